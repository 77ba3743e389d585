package dev.longstack.analysis.stack;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.EventSink.CallSite;
import dev.longstack.analysis.stack.AsyncStack.Boundary;
import dev.longstack.analysis.stack.AsyncStack.End;
import dev.longstack.analysis.stack.AsyncStack.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes async stacks; the index of threads is made when first asked for. Any thread. */
public final class AsyncStacks {
    /** Longer chains are cut: nobody reads them, and a task that reschedules itself makes endless ones. */
    public static final int MAX_BOUNDARIES = 1000;

    private final Model model;
    private @Nullable ThreadRuns threadRuns;

    public AsyncStacks(Model model) {
        this.model = model;
    }

    /** The stack of a context. */
    public AsyncStack ofContext(int row) {
        return chain(List.of(), row, firstRun(row));
    }

    /** The stack of an event with these frames, on that thread at that time. */
    public AsyncStack ofEvent(@Nullable String frames, @Nullable String thread, long timeNanos) {
        int run = thread == null ? ContextTable.NO_ROW : innermostRun(thread, timeNanos);
        List<String> now = lines(frames);
        return run == ContextTable.NO_ROW
                ? new AsyncStack(now, List.of(), End.NO_CONTEXT)
                : chain(now, model.invocations().contextRow(run), run);
    }

    /** The run that was innermost on the thread at the time; {@link ContextTable#NO_ROW} for none. */
    public int innermostRun(String thread, long timeNanos) {
        return threadRuns().innermost(thread, timeNanos);
    }

    private synchronized ThreadRuns threadRuns() {
        ThreadRuns index = threadRuns;
        if (index == null) {
            index = new ThreadRuns(model.invocations());
            threadRuns = index;
        }
        return index;
    }

    private int firstRun(int row) {
        return model.runCount(row) == 0 ? ContextTable.NO_ROW : model.run(row, 0);
    }

    private AsyncStack chain(List<String> now, int first, int firstRun) {
        List<Boundary> boundaries = new ArrayList<>();
        int row = first;
        int run = firstRun;
        boolean isApart = false;
        while (boundaries.size() < MAX_BOUNDARIES) {
            boundaries.add(boundary(row, run));
            if (model.contexts().isRequest(row)) {
                return new AsyncStack(now, boundaries, isApart ? End.STARTER : End.REQUEST);
            }
            isApart |= model.setApart().contains(row);
            int parent = model.parentRow(row);
            if (parent == ContextTable.NO_ROW) {
                return new AsyncStack(now, boundaries, model.hasNoParent(row) ? End.ROOT : End.UNKNOWN);
            }
            run = model.runNumbered(parent, model.contexts().parentInvocation(row));
            row = parent;
        }
        return new AsyncStack(now, boundaries, End.CUT);
    }

    private Boundary boundary(int row, int run) {
        ContextTable contexts = model.contexts();
        CallSite site = model.callSite(row);
        String own = contexts.ownStack(row);
        String typical = site == null ? null : site.stack();
        return new Boundary(
                contexts.id(row),
                row,
                StepNames.of(model, row),
                contexts.kind(row),
                run == ContextTable.NO_ROW ? null : model.invocations().thread(run),
                contexts.creationThread(row),
                run == ContextTable.NO_ROW
                        ? ContextTable.UNKNOWN
                        : model.invocations().queueNanos(run),
                own != null ? Source.OWN : typical != null ? Source.TYPICAL : Source.NOT_RECORDED,
                lines(own != null ? own : typical),
                site == null ? 0 : site.stacksTaken(),
                site == null ? 0 : site.created());
    }

    private static List<String> lines(@Nullable String stack) {
        return stack == null || stack.isEmpty() ? List.of() : List.of(stack.split("\n", -1));
    }
}
