package dev.longstack.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Whether the answer is colored. */
final class ColorOption {
    private enum When {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "When to use color: auto, always or never (default: auto).")
    private When when = When.AUTO;

    boolean enabled() {
        return when == When.ALWAYS || (when == When.AUTO && Ansi.AUTO.enabled());
    }
}
