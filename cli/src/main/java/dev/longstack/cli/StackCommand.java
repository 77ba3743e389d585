package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.read.EventPick;
import dev.longstack.analysis.read.EventPick.Picked;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.stack.AsyncStack.Boundary;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.text.StackText;
import dev.longstack.analysis.text.WaitText;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Waits;
import dev.longstack.analysis.tree.Waits.Holder;
import dev.longstack.analysis.tree.Waits.Wait;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longstack stack}. */
@Command(
        name = "stack",
        description =
                "Shows the async stack of a context, of the longest wait in the slowest request, or of any event.",
        footer = {"", "Example:", "  longstack stack app.jfr --event jdk.JavaMonitorEnter --nth 3"})
final class StackCommand implements Callable<Integer> {
    @Mixin
    private RecordingOption recording = new RecordingOption();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CONTEXT",
            description = "A context id (default: the slowest matching request).")
    private @Nullable Long contextId;

    @Mixin
    private ContextChoice choice = new ContextChoice();

    @Option(names = "--event", paramLabel = "TYPE", description = "Show the stack of an event of this type.")
    private @Nullable String event;

    @Option(
            names = "--nth",
            paramLabel = "N",
            description = "Which event of that type, in order of time (default: ${DEFAULT-VALUE}).")
    private int nth = 1;

    @Override
    public Integer call() throws Exception {
        if (event != null) {
            return ofEvent(event);
        }
        Analysis analysis = recording.open();
        int row = choice.row(analysis, contextId);
        boolean whole = contextId == null || analysis.model().contexts().isRequest(row);
        Wait wait = whole ? telling(analysis, analysis.requests().of(row)) : null;
        if (wait == null) {
            show(analysis, null, analysis.stacks().ofContext(row));
        } else {
            show(analysis, Shown.of(analysis, wait.row()), analysis.waits().stack(wait.row()));
        }
        return 0;
    }

    private int ofEvent(String type) throws RecordingException, CommandException {
        EventPick pick = new EventPick(type, nth);
        Analysis analysis = recording.open(pick);
        Picked found = pick.picked();
        if (found == null) {
            throw new CommandException("the recording has fewer than " + nth + " events of type '" + type
                    + "'; 'jfr summary' lists the types and their counts");
        }
        show(
                analysis,
                Shown.of(analysis, found),
                analysis.stacks().ofEvent(found.stack(), found.thread(), found.startNanos()));
        return 0;
    }

    private static @Nullable Wait telling(Analysis analysis, Request request) {
        return Waits.telling(analysis.model(), LongestWaits.of(analysis, request));
    }

    /**
     * The event on top of a stack.
     *
     * @param waitRow the row of the wait table; {@link ContextTable#NO_ROW} for an event in which nobody waited
     */
    private record Shown(String type, @Nullable String thread, long durationNanos, int waitRow) {
        static Shown of(Analysis analysis, int wait) {
            WaitTable waits = analysis.model().waits();
            return new Shown(waits.type(wait), waits.thread(wait), waits.durationNanos(wait), wait);
        }

        static Shown of(Analysis analysis, Picked event) {
            WaitTable waits = analysis.model().waits();
            int[] wait = {ContextTable.NO_ROW};
            waits.touching(waits.threadRow(event.thread()), event.startNanos(), event.startNanos(), each -> {
                if (waits.startNanos(each) == event.startNanos()
                        && waits.type(each).equals(event.type())) {
                    wait[0] = each;
                }
            });
            return new Shown(event.type(), event.thread(), event.endNanos() - event.startNanos(), wait[0]);
        }

        String sentence(Analysis analysis) {
            String did = waitRow == ContextTable.NO_ROW
                    ? type + ", " + Durations.of(durationNanos)
                    : WaitText.sentence(analysis.waits(), analysis.model().waits(), waitRow) + "  (" + type + ")";
            return StepNames.thread(thread) + " " + did;
        }
    }

    private void show(Analysis analysis, @Nullable Shown found, AsyncStack stack) {
        if (recording.json()) {
            Json.print(recording.out(), "stack", json(analysis, found, stack));
            return;
        }
        Page page = recording.page();
        RecordingOption.warn(page, analysis);
        print(page, analysis, found, stack);
    }

    /** The stack of a request's most telling wait; its own where there is none. */
    static void print(Page page, Analysis analysis, Request request) {
        Wait wait = telling(analysis, request);
        if (wait == null) {
            print(page, analysis, null, analysis.stacks().ofContext(request.row()));
        } else {
            print(
                    page,
                    analysis,
                    Shown.of(analysis, wait.row()),
                    analysis.waits().stack(wait.row()));
        }
    }

    private static void print(Page page, Analysis analysis, @Nullable Shown found, AsyncStack stack) {
        if (found != null) {
            page.line(page.bold(found.sentence(analysis)));
        }
        for (StackText.Line line : StackText.lines(stack, StackText.Options.DEFAULT)) {
            switch (line.kind()) {
                case FRAME -> page.line("    at " + line.text());
                case BOUNDARY ->
                    page.line(page.cyan("  ── " + line.text())
                            + page.dim(
                                    "  (context " + analysis.model().contexts().id(line.contextRow()) + ")"));
                case NOTE -> page.line(page.dim("    " + line.text()));
            }
        }
    }

    private static Map<String, @Nullable Object> json(Analysis analysis, @Nullable Shown event, AsyncStack stack) {
        return Json.object(
                "event",
                event == null ? null : json(analysis, event),
                "now",
                stack.now(),
                "boundaries",
                stack.boundaries().stream().map(StackCommand::json).toList(),
                "end",
                stack.end().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, @Nullable Object> json(Analysis analysis, Shown event) {
        boolean waited = event.waitRow() != ContextTable.NO_ROW;
        return Json.object(
                "type", event.type(),
                "thread", event.thread(),
                "durationNanos", event.durationNanos(),
                "subject", waited ? analysis.model().waits().subject(event.waitRow()) : null,
                "heldBy",
                        waited
                                ? analysis.waits().holders(event.waitRow()).stream()
                                        .map(Holder::thread)
                                        .toList()
                                : List.of());
    }

    private static Map<String, @Nullable Object> json(Boundary each) {
        return Json.object(
                "contextId", each.contextId(),
                "name", each.name(),
                "kind", each.kind(),
                "runningThread", each.runningThread(),
                "creationThread", each.creationThread(),
                "queueNanos", Json.span(each.queueNanos()),
                "stackSource", each.source().name().toLowerCase(Locale.ROOT),
                "seen", each.seen(),
                "created", each.created(),
                "frames", each.frames());
    }
}
