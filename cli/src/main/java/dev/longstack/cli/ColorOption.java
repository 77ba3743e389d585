package dev.longstack.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Whether the answer is coloured. */
final class ColorOption {
    private enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(names = "--color", paramLabel = "WHEN", description = "auto (on a terminal), always or never.")
    private When when = When.AUTO;

    boolean enabled() {
        return when == When.ALWAYS || (when == When.AUTO && Ansi.AUTO.enabled());
    }
}
