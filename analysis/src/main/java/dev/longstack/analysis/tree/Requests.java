package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.EventSink.OpenRequest;
import dev.longstack.analysis.stack.StepNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The requests of a recording; where it has none, the roots are offered in their place. Any thread. */
public final class Requests {
    private final Model model;
    private final boolean areRoots;
    /** Made when first asked for: not every answer needs it. */
    private @Nullable Hindsight hindsight;

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
            int runs = model.contexts().isPeriodic(row) ? model.runCount(row) : 0;
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
        return areRoots ? isRoot(row) : model.contexts().isRequest(row);
    }

    private boolean isRoot(int row) {
        return model.parentRow(row) == ContextTable.NO_ROW
                || (model.topsItsOwnTree(row) && standing(row) != Standing.ASSUMED);
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

    /** The request, periodic work, worker or root in whose tree the context is shown; walks up once. */
    public int top(int row) {
        int top = row;
        while (true) {
            int next = model.topsItsOwnTree(top) ? hindsight().host(top) : model.parentRow(top);
            if (next == ContextTable.NO_ROW) {
                return top;
            }
            top = next;
        }
    }

    /** How it stands to the tree of what created it. */
    public Standing standing(int row) {
        if (model.setApart().contains(row)) {
            return hindsight().isAssumed(row) ? Standing.ASSUMED : Standing.WORKER;
        }
        return model.parentRow(row) != ContextTable.NO_ROW && model.topsItsOwnTree(row) ? Standing.OWN : Standing.PART;
    }

    /** What is to be said of a context that is set apart; null where it is not. */
    public @Nullable String remark(int row) {
        boolean isThread = model.contexts().isThread(row);
        return switch (standing(row)) {
            case PART, OWN -> null;
            case ASSUMED ->
                "assumed: " + (isThread ? "a thread that" : "it took work from a queue, and") + " ended within "
                        + (model.contexts().isRequest(hindsight().host(row)) ? "the request" : "its starter's time");
            case WORKER ->
                "a tree of its own: "
                        + (isThread ? "a thread that" : "it took work from a queue, and")
                        + " did not end within its starter's time";
        };
    }

    private synchronized Hindsight hindsight() {
        Hindsight made = hindsight;
        if (made == null) {
            made = Hindsight.of(model);
            hindsight = made;
        }
        return made;
    }

    private @Nullable Request of(int row, int invocation, @Nullable String threadGlob) {
        TreeSum sum = TreeSum.of(model, row, invocation, tree(row, invocation));
        return threadGlob == null || sum.ranOn(threadGlob) ? sum.request() : null;
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
        return Trees.rows(model, top, invocation);
    }

    /** What is shown in a request's tree besides, and counts for nothing: what is assumed to belong there, and all below it; rows. */
    public List<Integer> assumed(Request request) {
        List<Integer> rows = new ArrayList<>();
        List<Integer> above = tree(request.row(), request.invocation());
        while (!above.isEmpty()) {
            List<Integer> below = new ArrayList<>();
            apart(above, request, Standing.ASSUMED).forEach(row -> below.addAll(tree(row)));
            rows.addAll(below);
            above = below;
        }
        return rows;
    }

    /** What a request, or what is assumed to belong to it, started that went on by itself; rows. */
    public List<Integer> workers(Request request) {
        List<Integer> shown = new ArrayList<>(tree(request.row(), request.invocation()));
        shown.addAll(assumed(request));
        return apart(shown, request, Standing.WORKER);
    }

    private List<Integer> apart(List<Integer> parents, Request request, Standing standing) {
        List<Integer> rows = new ArrayList<>();
        for (int row : parents) {
            for (int n = 0; n < model.childCount(row); n++) {
                int child = model.child(row, n);
                boolean ofRun = row != request.row()
                        || request.invocation() == 0
                        || model.contexts().parentInvocation(child) == request.invocation();
                if (ofRun && standing(child) == standing) {
                    rows.add(child);
                }
            }
        }
        rows.sort(Comparator.comparingLong(model.contexts()::id));
        return rows;
    }

    /** A request that was open when the recording ended; the recording may not have the context itself. */
    public record Unfinished(long requestId, String name, Open open) {}

    /** Those that the recorder told to be open, and that nothing later contradicts, by their ids. */
    public List<Unfinished> unfinished() {
        return model.rest().openRequests().values().stream()
                .sorted(Comparator.comparingLong(OpenRequest::requestId))
                .map(this::unfinished)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Unfinished unfinished(OpenRequest event) {
        int row = model.contexts().rowOf(event.requestId());
        boolean isKnown = row != ContextTable.NO_ROW && model.contexts().isRequest(row);
        Open open = isKnown ? of(row).open() : Open.of(event);
        String told = event.request() == null ? "unknown" : event.request();
        return open == null
                ? null
                : new Unfinished(event.requestId(), isKnown ? model.contexts().operation(row) : told, open);
    }
}
