package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.text.RequestText;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.TimeShares;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code longstack requests}. */
@Command(
        name = "requests",
        description = "Lists requests, slowest first.",
        footer = {"", "Example:", "  longstack requests app.jfr --operation 'GET /ord*' --min 250ms"})
final class RequestsCommand implements Callable<Integer> {
    static final int LIMIT = 20;

    @Mixin
    private RecordingOption recording = new RecordingOption();

    @Mixin
    private FilterOption filter = new FilterOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Maximum number of requests (default: ${DEFAULT-VALUE}).")
    private int limit = LIMIT;

    @Override
    public Integer call() throws RecordingException {
        Analysis analysis = recording.open();
        List<Request> all = analysis.requests().ranked(filter.filter());
        if (recording.json()) {
            Json.print(recording.out(), "requests", json(analysis, all, limit));
            return 0;
        }
        Page page = recording.page();
        RecordingOption.warn(page, analysis);
        print(page, analysis, all, limit);
        return 0;
    }

    static void print(Page page, Analysis analysis, List<Request> all, int limit) {
        if (analysis.requests().areRoots() && !all.isEmpty()) {
            page.line(page.dim(
                    "This recording has no requests; these are contexts that were created while none was current."));
        }
        String sampled = Sampled.sentence(analysis);
        if (!sampled.isEmpty()) {
            page.line(page.yellow(sampled));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Request each : all.subList(0, Math.min(limit, all.size()))) {
            TimeShares shares = analysis.shares(each);
            rows.add(List.of(
                    Durations.of(each.durationNanos()),
                    Durations.of(shares.runNanos()),
                    Durations.of(shares.queueNanos()),
                    Durations.of(shares.waitNanos()),
                    Integer.toString(each.hops()),
                    Integer.toString(each.threads()),
                    RequestText.state(each),
                    "+"
                            + Durations.of(
                                    each.startNanos() - analysis.model().rest().startNanos()),
                    Long.toString(each.contextId()),
                    each.name()));
        }
        page.table(
                List.of(
                        "duration",
                        "ran",
                        "queued",
                        "waited",
                        "hops",
                        "threads",
                        "state",
                        "began",
                        "context",
                        "request"),
                rows,
                List.of(0, 1, 2, 3, 4, 5, 7, 8));
        if (all.isEmpty()) {
            page.line(page.dim("  no matching request"));
        }
        if (all.size() > rows.size()) {
            page.line(page.dim("  and " + Numbers.of(all.size() - rows.size(), "more request")
                    + " ('longstack requests --limit=N' lists more)"));
        }
    }

    static Map<String, @Nullable Object> json(Analysis analysis, List<Request> all, int limit) {
        return Json.object(
                "total", all.size(),
                "areRoots", analysis.requests().areRoots(),
                "sampleEvery", analysis.model().rest().sampling().lastEvery(),
                "requests",
                        all.stream()
                                .limit(limit)
                                .map(each -> json(analysis, each))
                                .toList());
    }

    static Map<String, @Nullable Object> json(Analysis analysis, Request request) {
        TimeShares shares = analysis.shares(request);
        return Json.object(
                "contextId", request.contextId(),
                "invocation", request.invocation(),
                "name", request.name(),
                "startNanos", request.startNanos() - analysis.model().rest().startNanos(),
                "durationNanos", request.durationNanos(),
                "ranNanos", shares.runNanos(),
                "queuedNanos", shares.queueNanos(),
                "waitedNanos", shares.waitNanos(),
                "hops", request.hops(),
                "threads", request.threads(),
                "state", request.state().name().toLowerCase(Locale.ROOT),
                "openHops", request.openHops(),
                "abandoned", request.isAbandoned(),
                "alsoNamed", analysis.model().otherNames(request.row()),
                "startedBy", analysis.model().contexts().parentId(request.row()));
    }
}
