package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.Analysis.Wait;
import dev.longstack.analysis.read.OtherEvent;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.stack.AsyncStack.Boundary;
import dev.longstack.analysis.stack.AsyncStack.Source;
import dev.longstack.analysis.stack.StepNames;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        Analysis analysis = recording.open();
        if (event != null) {
            OtherEvent found = analysis.event(event, Math.max(1, nth));
            if (found == null) {
                throw new CommandException("the recording has fewer than " + nth + " events '" + event
                        + "'; 'jfr summary' counts the events of each type");
            }
            show(analysis, found, analysis.stacks().ofEvent(found.stack(), found.thread(), found.startNanos()));
            return 0;
        }
        int row = choice.row(analysis, contextId);
        boolean whole = contextId == null || analysis.model().contexts().isRequest(row);
        Optional<Wait> wait = whole ? Waits.telling(Waits.of(analysis, row)) : Optional.empty();
        if (wait.isPresent()) {
            show(analysis, wait.get().event(), wait.get().stack());
        } else {
            show(analysis, null, analysis.stacks().ofContext(row));
        }
        return 0;
    }

    private void show(Analysis analysis, @Nullable OtherEvent found, AsyncStack stack) throws RecordingException {
        if (recording.json()) {
            Json.print(recording.out(), "stack", json(found, stack));
            return;
        }
        Page page = recording.page();
        RecordingOption.warn(page, analysis);
        print(page, analysis, found, stack);
    }

    /** The stack of the wait; the context's own where there is none. */
    static void print(Page page, Analysis analysis, int row, Optional<Wait> wait) throws RecordingException {
        if (wait.isPresent()) {
            print(page, analysis, wait.get().event(), wait.get().stack());
        } else {
            print(page, analysis, null, analysis.stacks().ofContext(row));
        }
    }

    /** The frames of now, then each boundary with the frames of its creation. */
    static void print(Page page, Analysis analysis, @Nullable OtherEvent found, AsyncStack stack)
            throws RecordingException {
        if (found != null) {
            String holders = Waits.holders(analysis, found);
            page.line(page.bold(sentence(found) + (holders.isEmpty() ? "" : ", " + holders)));
            stack.now().forEach(frame -> page.line("    at " + frame));
        }
        for (Boundary each : stack.boundaries()) {
            String queued = each.queueNanos() == Long.MIN_VALUE ? "" : ", queued " + Spans.of(each.queueNanos());
            String ran = each.runningThread() == null ? "not run" : "ran on " + StepNames.thread(each.runningThread());
            String created =
                    each.kind().equals("request") ? "" : ", created on " + StepNames.thread(each.creationThread());
            page.line(page.cyan("  ── " + each.name() + " ── ")
                    + ran
                    + queued
                    + created
                    + page.dim("  (context " + each.contextId() + ")"));
            if (!each.kind().equals("request")) {
                frames(page, each);
            }
        }
        page.line(page.dim("  " + stack.end().sentence()));
    }

    private static void frames(Page page, Boundary boundary) {
        if (boundary.source() == Source.TYPICAL) {
            page.line(page.yellow("    typical stack, seen " + boundary.seen() + " of " + boundary.created()
                    + " times; not taken at this creation:"));
        } else if (boundary.source() == Source.NOT_RECORDED) {
            page.line(page.yellow("    stack not recorded"));
        }
        boundary.frames().forEach(frame -> page.line("    at " + frame));
    }

    static String sentence(OtherEvent event) {
        String subject = event.subject() == null ? "" : " on " + event.subject();
        return event.type() + subject + ": " + Spans.of(event.durationNanos()) + " on thread "
                + StepNames.thread(event.thread());
    }

    private static Map<String, @Nullable Object> json(@Nullable OtherEvent event, AsyncStack stack) {
        return Json.object(
                "event",
                event == null
                        ? null
                        : Json.object(
                                "type", event.type(),
                                "thread", event.thread(),
                                "durationNanos", event.durationNanos(),
                                "subject", event.subject(),
                                "heldBy", event.culprit()),
                "now",
                stack.now(),
                "boundaries",
                stack.boundaries().stream().map(StackCommand::json).toList(),
                "end",
                stack.end().name().toLowerCase(Locale.ROOT));
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
