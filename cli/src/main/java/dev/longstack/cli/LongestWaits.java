package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.text.WaitText;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Waits.Wait;
import java.util.ArrayList;
import java.util.List;

/** Where a request waited: the longest waits in its runs. */
final class LongestWaits {
    private static final int MOST = 8;

    private LongestWaits() {}

    static List<Wait> of(Analysis analysis, Request request) {
        return analysis.longestWaits(request, MOST);
    }

    static void print(Page page, Analysis analysis, List<Wait> waits) {
        WaitTable table = analysis.model().waits();
        List<List<String>> rows = new ArrayList<>();
        for (Wait each : waits) {
            int wait = each.row();
            rows.add(List.of(
                    Durations.of(table.durationNanos(wait)),
                    StepNames.thread(table.thread(wait)),
                    WaitText.subject(table, wait),
                    WaitText.holders(analysis.waits().holders(wait)),
                    StepNames.of(
                            analysis.model(), analysis.model().invocations().contextRow(each.run()))));
        }
        page.table(List.of("waited", "thread", "for", "", "in step"), rows, List.of(0));
    }
}
