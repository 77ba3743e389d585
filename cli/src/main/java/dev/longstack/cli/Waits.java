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

    /** {@code held by a, before it by b}; empty where the event does not tell. */
    static String holders(Analysis analysis, OtherEvent event) throws RecordingException {
        List<String> holders =
                analysis.holders(event).stream().map(StepNames::thread).toList();
        return holders.isEmpty() ? "" : "held by " + String.join(", before it by ", holders);
    }

    static void print(Page page, Analysis analysis, List<Wait> waits) throws RecordingException {
        List<List<String>> rows = new ArrayList<>();
        for (Wait each : waits) {
            OtherEvent event = each.event();
            rows.add(List.of(
                    Spans.of(event.durationNanos()),
                    StepNames.thread(event.thread()),
                    event.type() + (event.subject() == null ? "" : " on " + StepNames.type(event.subject())),
                    event.awaitsResult() ? "waits for another step" : holders(analysis, event),
                    StepNames.of(analysis.model(), each.row())));
        }
        page.table(List.of("waited", "thread", "for", "", "in step"), rows, List.of(0));
    }
}
