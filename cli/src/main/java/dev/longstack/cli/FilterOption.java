package dev.longstack.cli;

import dev.longstack.analysis.tree.Filter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which requests are meant. */
final class FilterOption {
    @Option(names = "--operation", paramLabel = "GLOB", description = "Only requests of such a name: 'GET /ord*'.")
    private @Nullable String operation;

    @Option(names = "--thread", paramLabel = "GLOB", description = "Only those that ran on such a thread: 'db-*'.")
    private @Nullable String thread;

    @Option(
            names = "--from",
            paramLabel = "SPAN",
            converter = Spans.class,
            description = "Only those that began so long after the recording's start: 10s.")
    private long fromNanos;

    @Option(names = "--to", paramLabel = "SPAN", converter = Spans.class, description = "Only those that began before.")
    private long toNanos;

    @Option(
            names = "--min",
            paramLabel = "SPAN",
            converter = Spans.class,
            description = "Only those that took at least so long: 250ms.")
    private long minNanos;

    Filter filter() {
        return new Filter(operation, thread, fromNanos, toNanos, minNanos);
    }
}
