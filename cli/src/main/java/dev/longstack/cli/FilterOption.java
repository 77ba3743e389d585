package dev.longstack.cli;

import dev.longstack.analysis.tree.Filter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which requests are meant. */
final class FilterOption {
    @Option(
            names = "--operation",
            paramLabel = "GLOB",
            description = "Only requests with a matching name, e.g. 'GET /ord*'.")
    private @Nullable String operation;

    @Option(
            names = "--thread",
            paramLabel = "GLOB",
            description = "Only requests that ran on a matching thread, e.g. 'db-*'.")
    private @Nullable String thread;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Spans.class,
            description = "Only requests that began at least this long after the recording started, e.g. 10s.")
    private long fromNanos;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Spans.class,
            description = "Only requests that began at most this long after the recording started, e.g. 20s.")
    private long toNanos;

    @Option(
            names = "--min",
            paramLabel = "TIME",
            converter = Spans.class,
            description = "Only requests that took at least this long, e.g. 250ms.")
    private long minNanos;

    Filter filter() {
        return new Filter(operation, thread, fromNanos, toNanos, minNanos);
    }
}
