package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.text.OpenText;
import dev.longstack.analysis.tree.Requests.Unfinished;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code longstack issues}. */
@Command(name = "issues", description = "Lists what a recording lacks, what that means, and what to do about it.")
final class IssuesCommand implements Callable<Integer> {
    private static final int MAX_OPEN = 100;

    @Mixin
    private RecordingOption recording = new RecordingOption();

    @Override
    public Integer call() throws RecordingException {
        Analysis analysis = recording.open();
        Map<LinkIssue, Long> issues = analysis.model().rest().issues();
        if (recording.json()) {
            List<Map<String, @Nullable Object>> all = new ArrayList<>();
            issues.forEach((issue, count) -> all.add(Json.object(
                    "issue", issue.title(), "count", count, "harmful", issue.isHarmful(), "remedy", issue.remedy())));
            Json.print(
                    recording.out(),
                    "issues",
                    Json.object(
                            "issues", all,
                            "unreadable", analysis.model().rest().unreadable(),
                            "dropped", analysis.model().rest().dropped(),
                            "openRequests",
                                    analysis.requests().unfinished().stream()
                                            .map(each -> json(analysis, each))
                                            .toList()));
            return 0;
        }
        Page page = recording.page();
        analysis.model().rest().unreadable().forEach(what -> page.line(page.red("! " + what)));
        issues.forEach((issue, count) -> {
            String title = issue.title() + ": " + count;
            page.line(issue.isHarmful() ? page.yellow("! " + title) : "  " + title);
            page.line("      " + issue.explanation());
            page.line(page.dim("      " + issue.remedy()));
        });
        analysis.model()
                .rest()
                .dropped()
                .forEach((reason, count) -> page.line("  left out: " + count + " x " + reason));
        if (issues.isEmpty()) {
            page.line("Nothing is missing: every event found its place.");
        }
        print(page, analysis);
        return 0;
    }

    private static void print(Page page, Analysis analysis) {
        List<Unfinished> unfinished = analysis.requests().unfinished();
        if (!unfinished.isEmpty()) {
            page.title("Requests that were open when the recording ended: " + unfinished.size());
        }
        for (Unfinished each : unfinished.subList(0, Math.min(MAX_OPEN, unfinished.size()))) {
            page.line("  " + each.name() + page.dim("  (context " + each.requestId() + ")")
                    + (each.open().collected() ? page.yellow("  " + OpenText.ABANDONED) : ""));
            OpenText.lines(analysis.model(), each.open()).forEach(line -> page.line("      " + line));
        }
        if (unfinished.size() > MAX_OPEN) {
            page.line(page.dim("  and " + (unfinished.size() - MAX_OPEN) + " more; --json has all"));
        }
    }

    private static Map<String, @Nullable Object> json(Analysis analysis, Unfinished each) {
        return Json.object(
                "contextId", each.requestId(),
                "name", each.name(),
                "openHops", each.open().hops(),
                "abandoned", each.open().collected(),
                "waitsFor", OpenSteps.json(analysis.model(), each.open()));
    }
}
