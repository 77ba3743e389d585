package dev.longstack.recordings.trace;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.model.Model.Sampling;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.stack.AsyncStacks;
import dev.longstack.analysis.tree.CriticalPath;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.Open;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Requests;
import dev.longstack.analysis.tree.TimeShares;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A model as text: requests, contexts by id with their runs and async stacks, issues. */
public final class ModelText {
    private final StringBuilder text = new StringBuilder();
    private final Model model;
    private final Analysis analysis;

    private ModelText(Model model) {
        this.model = model;
        this.analysis = Analysis.of(model);
    }

    /** Of a model. */
    public static String of(Model model) {
        ModelText it = new ModelText(model);
        it.requests();
        IntStream.range(0, model.contexts().size())
                .boxed()
                .sorted(Comparator.comparing(model.contexts()::id))
                .forEach(it::context);
        Sampling sampling = model.rest().sampling();
        if (sampling.mostEvery() > 1) {
            it.text
                    .append("one in ")
                    .append(sampling.lastEvery())
                    .append(", at the fewest one in ")
                    .append(sampling.mostEvery())
                    .append('\n');
        }
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
            path(each);
            open(each);
            apart(requests, each);
            List<String> others = model.otherNames(each.row());
            text.append(others.isEmpty() ? "" : "  also named " + String.join(", ", others) + "\n");
        }
    }

    private void open(Request request) {
        Open open = request.open();
        if (open != null) {
            text.append("  open ").append(open.hops()).append(open.collected() ? ", abandoned" : "");
            open.steps().forEach(step -> text.append("; waits for ").append(step.name(model)));
            text.append(open.unnamed() == 0 ? "" : "; and " + open.unnamed() + " more")
                    .append('\n');
        }
    }

    /** What is set apart, by ids, each with what is said of it. */
    private void apart(Requests requests, Request request) {
        for (int row : requests.assumed(request)) {
            String remark = requests.remark(row);
            text.append("  beside it ")
                    .append(model.contexts().id(row))
                    .append(remark == null ? "" : ", " + remark)
                    .append('\n');
        }
        for (int row : requests.workers(request)) {
            text.append("  started ")
                    .append(model.contexts().id(row))
                    .append(", ")
                    .append(requests.remark(row))
                    .append('\n');
        }
    }

    private void path(Request request) {
        TimeShares shares = analysis.shares(request);
        text.append("  ran ").append(shares.runNanos()).append(", queued ").append(shares.queueNanos());
        text.append(", waited ").append(shares.waitNanos()).append("; critical");
        for (CriticalPath.Segment each : analysis.criticalPath(request)) {
            long id = model.contexts().id(model.invocations().contextRow(each.run()));
            text.append(' ')
                    .append(each.part().name().toLowerCase(Locale.ROOT))
                    .append(':')
                    .append(id);
            text.append('[')
                    .append(each.startNanos())
                    .append('-')
                    .append(each.endNanos())
                    .append(']')
                    .append(waitedFor(each));
        }
        text.append('\n');
    }

    private String waitedFor(CriticalPath.Segment segment) {
        int wait = segment.waitRow();
        if (wait == ContextTable.NO_ROW || model.waits().subject(wait) == null) {
            return "";
        }
        String holders = analysis.waits().holders(wait).stream()
                .map(holder -> "<" + holder.thread()
                        + (holder.run() == ContextTable.NO_ROW
                                ? ""
                                : "@" + model.contexts().id(model.invocations().contextRow(holder.run()))))
                .collect(Collectors.joining());
        return "{" + model.waits().subject(wait) + holders + "}";
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
