package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.EventSink.OpenRequest;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.tree.Request.State;
import dev.longstack.events.ContextKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up one tree. */
final class TreeSum {
    private final Model model;
    private final InvocationTable runs;
    private final int top;
    private final int invocation;
    private final Set<String> threads = new HashSet<>();
    private long endNanos = Long.MIN_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private int hops = -1;
    private boolean pending;
    private boolean waiting;
    private @Nullable Open open;

    private TreeSum(Model model, int top, int invocation) {
        this.model = model;
        this.runs = model.invocations();
        this.top = top;
        this.invocation = invocation;
    }

    /** Of one run of the context at the top, or of all for 0; the rows are its tree's. */
    static TreeSum of(Model model, int top, int invocation, List<Integer> tree) {
        TreeSum sum = new TreeSum(model, top, invocation);
        tree.forEach(sum::add);
        sum.addOpen();
        return sum;
    }

    private void add(int row) {
        if (row != top && model.isMarker(row)) {
            return;
        }
        hops++;
        for (int n = 0; n < model.runCount(row); n++) {
            int run = model.run(row, n);
            if (row != top || invocation == 0 || runs.number(run) == invocation) {
                addRun(run);
            }
        }
        String reason = model.contexts().releaseReason(row);
        if (reason != null) {
            lastNanos = Math.max(lastNanos, model.contexts().releaseNanos(row));
        } else if (model.runCount(row) == 0 && !model.isMarker(row) && !StepNames.isOfTheJdk(model, row)) {
            boolean continuation = model.contexts().kind(row).equals(ContextKind.CONTINUATION.word());
            waiting |= continuation;
            pending |= !continuation;
        }
    }

    private void addRun(int run) {
        endNanos = Math.max(endNanos, runs.endNanos(run));
        if (runs.isEnded(run)) {
            lastNanos = Math.max(lastNanos, runs.endNanos(run));
        } else {
            pending = true;
        }
        String thread = runs.thread(run);
        if (thread != null) {
            threads.add(thread);
        }
    }

    /** What the recorder told to be open stands until something of the request ended later. */
    private void addOpen() {
        OpenRequest event = model.rest().openRequests().get(model.contexts().id(top));
        if (event == null || !model.contexts().isRequest(top) || lastNanos > event.timeNanos()) {
            return;
        }
        open = Open.of(event);
        if (open != null) {
            waiting |= open.isOnlyWaiting();
            pending |= !open.isOnlyWaiting();
        }
    }

    private int firstRun() {
        return model.runCount(top) == 0
                ? ContextTable.NO_ROW
                : invocation == 0 ? model.run(top, 0) : model.runNumbered(top, invocation);
    }

    long beginNanos() {
        int first = firstRun();
        return first == ContextTable.NO_ROW
                ? Math.max(model.contexts().creationNanos(top), model.rest().startNanos())
                : runs.startNanos(first);
    }

    /** When the last run ended; the recording's end where something still ran or was queued. */
    long untilNanos() {
        return pending ? model.rest().endNanos() : Math.max(endNanos, beginNanos());
    }

    /** Whether it ran on a thread of this form. */
    boolean ranOn(String threadGlob) {
        return threads.stream().anyMatch(each -> Filter.matches(threadGlob, StepNames.thread(each)));
    }

    Request request() {
        int first = firstRun();
        long begin = beginNanos();
        return new Request(
                top,
                model.contexts().id(top),
                invocation,
                StepNames.of(model, top),
                begin,
                untilNanos() - begin,
                hops,
                threads.size(),
                state(first),
                open);
    }

    private State state(int first) {
        boolean ran = first != ContextTable.NO_ROW;
        if (pending) {
            return ran ? State.PENDING : State.UNKNOWN;
        }
        if (ran && runs.failure(first) != null) {
            return State.FAILED;
        }
        if (!ran) {
            return model.contexts().releaseReason(top) == null ? State.UNKNOWN : State.CANCELLED;
        }
        return waiting ? State.WAITING : State.RESOLVED;
    }
}
