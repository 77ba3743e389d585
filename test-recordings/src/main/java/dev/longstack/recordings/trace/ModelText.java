package dev.longstack.recordings.trace;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.stack.AsyncStacks;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Requests;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/** A model as text: requests, contexts by id with their runs and async stacks, issues. */
public final class ModelText {
    private final StringBuilder text = new StringBuilder();
    private final Model model;

    private ModelText(Model model) {
        this.model = model;
    }

    public static String of(Model model) {
        ModelText it = new ModelText(model);
        it.requests();
        IntStream.range(0, model.contexts().size())
                .boxed()
                .sorted(Comparator.comparing(model.contexts()::id))
                .forEach(it::context);
        model.rest()
                .issues()
                .forEach((issue, count) -> it.text
                        .append("issue ")
                        .append(issue.title())
                        .append(": ")
                        .append(count)
                        .append('\n'));
        return it.text.toString();
    }

    private void requests() {
        Requests requests = new Requests(model);
        for (Request each : requests.ranked(Filter.ALL)) {
            text.append(requests.areRoots() ? "root " : "request ").append(each.contextId());
            text.append(" took ")
                    .append(each.durationNanos())
                    .append(", ")
                    .append(each.hops())
                    .append(" hops, ");
            text.append(each.state().name().toLowerCase(Locale.ROOT)).append('\n');
        }
    }

    private void context(int row) {
        ContextTable contexts = model.contexts();
        AsyncStack stack = new AsyncStacks(model).ofContext(row);
        text.append("context ").append(contexts.id(row)).append(' ').append(contexts.operation(row));
        text.append(" created ")
                .append(contexts.creationNanos(row) == ContextTable.UNKNOWN ? "unknown" : contexts.creationNanos(row));
        for (int n = 0; n < model.runCount(row); n++) {
            int run = model.run(row, n);
            text.append(", run ").append(model.invocations().number(run)).append(" queued ");
            long queued = model.invocations().queueNanos(run);
            text.append(queued == ContextTable.UNKNOWN ? "unknown" : queued);
            text.append(model.invocations().isEnded(run) ? "" : " still running");
            long trigger = model.invocations().triggerId(run);
            text.append(trigger > 0 ? " triggered by " + trigger : "");
        }
        text.append(contexts.releaseReason(row) == null ? "" : ", " + contexts.releaseReason(row))
                .append('\n');
        text.append("  stack");
        for (AsyncStack.Boundary each : stack.boundaries()) {
            text.append(' ')
                    .append(each.contextId())
                    .append(':')
                    .append(each.source().name().toLowerCase(Locale.ROOT));
            text.append(
                    each.source() == AsyncStack.Source.TYPICAL ? "(" + each.seen() + "/" + each.created() + ")" : "");
        }
        text.append(" -> ").append(stack.end().name().toLowerCase(Locale.ROOT)).append('\n');
    }
}
