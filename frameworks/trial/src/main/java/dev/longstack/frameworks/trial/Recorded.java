package dev.longstack.frameworks.trial;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import java.util.Map;

/** Which request a recording says that a moment on a thread belongs to. */
final class Recorded {
    private static final long UNKNOWN = -1;

    private final Analysis analysis;
    private final Model model;
    private final Map<Facts.Run, Long> requestIds;

    Recorded(Analysis analysis, Map<Facts.Run, Long> requestIds) {
        this.analysis = analysis;
        this.model = analysis.model();
        this.requestIds = requestIds;
    }

    /**
     * An answer.
     *
     * @param top row of the request, else of the root that was reached; {@link ContextTable#NO_ROW} where nothing ran
     * @param isRequest whether the top is one
     * @param isAssumed whether the way there leads over a run that its starter's request need not own
     */
    record Answer(int top, boolean isRequest, boolean isAssumed) {}

    int requests() {
        return analysis.requests().count();
    }

    Answer at(String thread, long nanos) {
        InvocationTable runs = model.invocations();
        int run = analysis.stacks().innermostRun(thread, nanos);
        if (run == ContextTable.NO_ROW) {
            return new Answer(ContextTable.NO_ROW, false, false);
        }
        long claimed = claim(runs.contextRow(run), runs.number(run));
        int row = claimed > 0 ? model.contexts().rowOf(claimed) : ContextTable.NO_ROW;
        return row != ContextTable.NO_ROW ? new Answer(row, true, false) : walk(runs.contextRow(run), runs.number(run));
    }

    private Answer walk(int from, int run) {
        ContextTable contexts = model.contexts();
        boolean assumed = false;
        int row = from;
        int invocation = run;
        while (!model.topsItsOwnTree(row)) {
            assumed |= claim(row, invocation) == UNKNOWN;
            if (model.parentRow(row) == ContextTable.NO_ROW) {
                break;
            }
            invocation = contexts.parentInvocation(row);
            row = model.parentRow(row);
        }
        return new Answer(row, contexts.isRequest(row), assumed);
    }

    private long claim(int row, int invocation) {
        return requestIds.getOrDefault(new Facts.Run(model.contexts().id(row), invocation), 0L);
    }
}
