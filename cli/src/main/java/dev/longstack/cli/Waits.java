package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.Analysis.Wait;
import dev.longstack.analysis.read.OtherEvent;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.stack.StepNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a request waited: from the events of the JDK inside its runs. */
final class Waits {
    private static final int MOST = 8;

    private Waits() {}

    static List<Wait> of(Analysis analysis, int row) throws RecordingException {
        return analysis.longestWaits(row, MOST);
    }

    /** The longest one that is no wait for another step's result; the longest of all where there is none. */
    static Optional<Wait> telling(List<Wait> waits) {
        return waits.stream()
                .filter(each -> !each.event().awaitsResult())
                .findFirst()
                .or(() -> waits.stream().findFirst());
    }

    static void print(Page page, Analysis analysis, List<Wait> waits) {
        List<List<String>> rows = new ArrayList<>();
        for (Wait each : waits) {
            OtherEvent event = each.event();
            rows.add(List.of(
                    Spans.of(event.durationNanos()),
                    StepNames.thread(event.thread()),
                    event.type() + (event.subject() == null ? "" : " on " + StepNames.type(event.subject())),
                    event.culprit() != null
                            ? "held by " + StepNames.thread(event.culprit())
                            : event.awaitsResult() ? "waits for another step" : "",
                    StepNames.of(analysis.model(), each.row())));
        }
        page.table(List.of("waited", "thread", "for", "", "in step"), rows, List.of(0));
    }
}
