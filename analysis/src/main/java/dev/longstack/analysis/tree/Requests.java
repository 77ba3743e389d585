package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.tree.Request.State;
import dev.longstack.events.ContextKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The requests of a recording; where it has none, the roots are offered in their place. Any thread. */
public final class Requests {
    private final Model model;
    private final boolean areRoots;

    public Requests(Model model) {
        this.model = model;
        this.areRoots = !hasRequest(model);
    }

    private static boolean hasRequest(Model model) {
        for (int row = 0; row < model.contexts().size(); row++) {
            if (model.contexts().isRequest(row)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the recording has no requests, so that these are roots. */
    public boolean areRoots() {
        return areRoots;
    }

    /** How many requests there are; 0 where the recording has none and roots stand for them. */
    public int count() {
        int count = 0;
        for (int row = 0; row < model.contexts().size(); row++) {
            count += model.contexts().isRequest(row) ? 1 : 0;
        }
        return count;
    }

    /** The requests that the filter lets through, longest first. */
    public List<Request> ranked(Filter filter) {
        List<Request> found = new ArrayList<>();
        for (int row = 0; row < model.contexts().size(); row++) {
            if (!isTop(row)) {
                continue;
            }
            int runs =
                    model.contexts().isRequest(row) || !model.contexts().topsItsOwnTree(row) ? 0 : model.runCount(row);
            for (int n = runs == 0 ? -1 : 0; n < runs; n++) {
                int invocation = n < 0 ? 0 : model.invocations().number(model.run(row, n));
                Request request = of(row, invocation, filter.thread());
                if (request != null && passes(request, filter)) {
                    found.add(request);
                }
            }
        }
        found.sort(Comparator.comparingLong(Request::durationNanos).reversed());
        return found;
    }

    private boolean isTop(int row) {
        return areRoots
                ? model.parentRow(row) == ContextTable.NO_ROW
                        || model.contexts().topsItsOwnTree(row)
                : model.contexts().isRequest(row);
    }

    private boolean passes(Request request, Filter filter) {
        long since = request.startNanos() - model.rest().startNanos();
        return Filter.matches(filter.operation(), request.name())
                && request.durationNanos() >= filter.minNanos()
                && since >= filter.fromNanos()
                && (filter.toNanos() == 0 || since <= filter.toNanos());
    }

    /** The request of this context, whatever it is a part of. */
    public Request of(int row) {
        Request request = of(row, 0, null);
        if (request == null) {
            throw new IllegalStateException("invariant: without a thread glob every row is let through");
        }
        return request;
    }

    /** The request, periodic work or root at the top of the context's tree; walks up once. */
    public int top(int row) {
        int top = row;
        while (!model.contexts().topsItsOwnTree(top) && model.parentRow(top) != ContextTable.NO_ROW) {
            top = model.parentRow(top);
        }
        return top;
    }

    private @Nullable Request of(int row, int invocation, @Nullable String threadGlob) {
        Walk walk = new Walk(row, invocation);
        for (int each : tree(row, invocation)) {
            walk.add(each);
        }
        if (threadGlob != null
                && walk.threads.stream().noneMatch(each -> Filter.matches(threadGlob, StepNames.thread(each)))) {
            return null;
        }
        return walk.request();
    }

    /**
     * The steps that a context created, in the order of their creation; rows. Requests are not steps.
     *
     * @param jdk whether inner steps of the JDK that lead to no step of the user's are asked for too
     */
    public List<Integer> steps(int row, boolean jdk) {
        List<Integer> steps = new ArrayList<>();
        for (int n = 0; n < model.childCount(row); n++) {
            int child = model.child(row, n);
            if (!model.contexts().isRequest(child) && (jdk || !isOnlyOfTheJdk(child))) {
                steps.add(child);
            }
        }
        steps.sort(Comparator.comparingLong(model.contexts()::id));
        return steps;
    }

    /** Looks one level down: inner steps of the JDK that lead to a user's step are shown. */
    private boolean isOnlyOfTheJdk(int row) {
        for (int n = 0; n < model.childCount(row); n++) {
            if (!StepNames.isOfTheJdk(model, model.child(row, n))) {
                return false;
            }
        }
        return StepNames.isOfTheJdk(model, row);
    }

    /** The context and all below it, without what tops a tree of its own, parents before children; rows. */
    public List<Integer> tree(int top) {
        return tree(top, 0);
    }

    /** The same for one run of the context; 0 for all. */
    public List<Integer> tree(int top, int invocation) {
        List<Integer> rows = new ArrayList<>();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(top);
        while (!open.isEmpty()) {
            int row = open.poll();
            rows.add(row);
            for (int n = 0; n < model.childCount(row); n++) {
                int child = model.child(row, n);
                boolean ofRun =
                        row != top || invocation == 0 || model.contexts().parentInvocation(child) == invocation;
                if (ofRun && !model.contexts().topsItsOwnTree(child)) {
                    open.add(child);
                }
            }
        }
        return rows;
    }

    /** Adds up one tree. */
    private final class Walk {
        private final int top;
        private final int invocation;
        private final Set<String> threads = new HashSet<>();
        private long end = Long.MIN_VALUE;
        private long queueNanos;
        private int hops = -1;
        private boolean pending;
        private boolean waiting;

        Walk(int top, int invocation) {
            this.top = top;
            this.invocation = invocation;
        }

        void add(int row) {
            InvocationTable runs = model.invocations();
            hops++;
            for (int n = 0; n < model.runCount(row); n++) {
                int run = model.run(row, n);
                if (row == top && invocation != 0 && runs.number(run) != invocation) {
                    continue;
                }
                end = Math.max(end, runs.endNanos(run));
                pending |= !runs.isEnded(run);
                String thread = runs.thread(run);
                if (thread != null) {
                    threads.add(thread);
                }
                queueNanos += hops == 0 || runs.queueNanos(run) == ContextTable.UNKNOWN ? 0 : runs.queueNanos(run);
            }
            if (model.runCount(row) == 0
                    && model.contexts().releaseReason(row) == null
                    && !StepNames.isOfTheJdk(model, row)) {
                boolean continuation = model.contexts().kind(row).equals(ContextKind.CONTINUATION.word());
                waiting |= continuation;
                pending |= !continuation;
            }
        }

        Request request() {
            ContextTable contexts = model.contexts();
            int row = top;
            boolean ran = model.runCount(row) > 0;
            int first = !ran
                    ? ContextTable.NO_ROW
                    : invocation == 0 ? model.run(row, 0) : model.runNumbered(row, invocation);
            long begin = ran
                    ? model.invocations().startNanos(first)
                    : Math.max(contexts.creationNanos(row), model.rest().startNanos());
            long until = pending ? model.rest().endNanos() : Math.max(end, begin);
            long own = ran ? model.invocations().endNanos(first) - begin : 0;
            return new Request(
                    row,
                    contexts.id(row),
                    invocation,
                    StepNames.of(model, row),
                    begin,
                    until - begin,
                    own,
                    hops,
                    threads.size(),
                    queueNanos,
                    state(ran, first));
        }

        private State state(boolean ran, int first) {
            if (pending) {
                return ran ? State.PENDING : State.UNKNOWN;
            }
            if (ran && model.invocations().failure(first) != null) {
                return State.FAILED;
            }
            if (!ran) {
                return model.contexts().releaseReason(top) == null ? State.UNKNOWN : State.CANCELLED;
            }
            return waiting ? State.WAITING : State.RESOLVED;
        }
    }
}
