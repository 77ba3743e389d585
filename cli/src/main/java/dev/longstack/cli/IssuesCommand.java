package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.find.Finding;
import dev.longstack.analysis.find.Findings;
import dev.longstack.analysis.find.Severity;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.text.OpenText;
import dev.longstack.analysis.tree.Requests.Unfinished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code longstack issues}. */
@Command(
        name = "issues",
        description = "Lists what may be wrong with the application or the recording, and what to do about it.")
final class IssuesCommand implements Callable<Integer> {
    private static final int MAX_OPEN = 100;
    private static final int MAX_EXAMPLES = 3;
    private static final String INDENT = " ".repeat(9);

    @Mixin
    private RecordingOption recording = new RecordingOption();

    /** A finding or a link issue, as lines. */
    private record Entry(Severity severity, String title, List<String> lines, String advice) {}

    @Override
    public Integer call() throws RecordingException {
        Analysis analysis = recording.open();
        List<Finding> findings = Findings.of(analysis);
        if (recording.json()) {
            Json.print(recording.out(), "issues", json(analysis, findings));
            return 0;
        }
        Page page = recording.page();
        List<Entry> entries = entries(analysis.model(), findings);
        if (analysis.model().hasLongstackEvents()) {
            analysis.model().rest().unreadable().forEach(what -> page.line(page.red("! " + what)));
            page.line(page.bold(verdict(entries)));
        } else {
            RecordingOption.warn(page, analysis);
        }
        entries.forEach(each -> print(page, each));
        print(page, analysis);
        return 0;
    }

    /** Worst first; what the recording lacks before what was found in it, since it may affect that. */
    private static List<Entry> entries(Model model, List<Finding> findings) {
        List<Entry> entries = new ArrayList<>();
        model.rest().issues().forEach((issue, count) -> entries.add(entry(model, issue, count)));
        findings.forEach(each -> entries.add(entry(each)));
        entries.sort(Comparator.comparing(Entry::severity).reversed());
        return entries;
    }

    private static Entry entry(Model model, LinkIssue issue, long count) {
        List<String> lines = new ArrayList<>(List.of(issue.explanation()));
        if (issue == LinkIssue.DROPPED) {
            model.rest().dropped().forEach((reason, left) -> lines.add("left out: " + left + " x " + reason));
        }
        return new Entry(
                issue.isHarmful() ? Severity.WARNING : Severity.NOTE,
                issue.title() + ": " + count,
                lines,
                issue.remedy());
    }

    private static Entry entry(Finding finding) {
        List<String> lines = new ArrayList<>(List.of(finding.explanation()));
        lines.addAll(finding.unseen());
        if (!finding.evidence().isEmpty()) {
            lines.add("For example: "
                    + finding.evidence().stream()
                            .limit(MAX_EXAMPLES)
                            .map(id -> "context " + id)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return new Entry(finding.severity(), finding.summary(), lines, finding.advice());
    }

    /** {@code 1 problem, 2 warnings, 3 notes}; for a healthy recording that it is one. */
    private static String verdict(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "No problems found: all recorded work is linked, and no check found anything.";
        }
        String counts = List.of(Severity.PROBLEM, Severity.WARNING, Severity.NOTE).stream()
                .map(severity -> count(entries, severity))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return entries.get(0).severity() == Severity.NOTE ? "No problems found; " + counts + ":" : counts + ":";
    }

    private static String count(List<Entry> entries, Severity severity) {
        long count =
                entries.stream().filter(each -> each.severity() == severity).count();
        return count == 0 ? "" : count + " " + severity.word() + (count == 1 ? "" : "s");
    }

    private static void print(Page page, Entry entry) {
        String word = String.format(Locale.ROOT, "%-9s", entry.severity().word());
        page.line("");
        page.line(
                switch (entry.severity()) {
                    case PROBLEM -> page.red(word + entry.title());
                    case WARNING -> page.yellow(word + entry.title());
                    default -> word + entry.title();
                });
        entry.lines().forEach(line -> page.line(INDENT + line));
        page.line(page.dim(INDENT + "-> " + entry.advice()));
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

    private static Map<String, @Nullable Object> json(Analysis analysis, List<Finding> findings) {
        Model.Rest rest = analysis.model().rest();
        List<Map<String, @Nullable Object>> issues = new ArrayList<>();
        rest.issues().forEach((issue, count) -> issues.add(json(issue, count)));
        return Json.object(
                "issues",
                issues,
                "findings",
                findings.stream().map(IssuesCommand::json).toList(),
                "unreadable",
                rest.unreadable(),
                "dropped",
                rest.dropped(),
                "openRequests",
                analysis.requests().unfinished().stream()
                        .map(each -> json(analysis, each))
                        .toList());
    }

    private static Map<String, @Nullable Object> json(LinkIssue issue, long count) {
        return Json.object(
                "issue", issue.title(),
                "count", count,
                "harmful", issue.isHarmful(),
                "explanation", issue.explanation(),
                "remedy", issue.remedy());
    }

    private static Map<String, @Nullable Object> json(Finding finding) {
        return Json.object(
                "check", finding.check(),
                "severity", finding.severity().word(),
                "score", finding.score(),
                "summary", finding.summary(),
                "explanation", finding.explanation(),
                "advice", finding.advice(),
                "count", finding.count(),
                "evidence", finding.evidence(),
                "unseen", finding.unseen());
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
