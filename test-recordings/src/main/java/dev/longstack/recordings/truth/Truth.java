package dev.longstack.recordings.truth;

import dev.longstack.context.AsyncContext;
import java.io.PrintStream;
import java.util.concurrent.Phaser;

/**
 * Writes what each step of a program knows of itself, a line each; what may be one of several is separated by commas:
 *
 * <pre>
 * request PROGRAM id name
 * ran PROGRAM because OPERATION id run parentId.run trigger requestId
 * never PROGRAM OPERATION parentId.run
 * inline id expectedId
 * carries id requestId
 * </pre>
 *
 * The parent is what the step that scheduled it was told to be when that one ran: nothing here is derived from the recorder's
 * own links.
 */
final class Truth {
    private final PrintStream out;
    private final long program;
    private final Phaser open = new Phaser(1);

    Truth(PrintStream out, long program) {
        this.out = out;
        this.program = program;
    }

    /** A run that is to come: {@link #await} waits for it. */
    void expect() {
        open.register();
    }

    void done() {
        open.arriveAndDeregister();
    }

    /** Waits for all runs that were expected. */
    void await() {
        open.arriveAndAwaitAdvance();
    }

    /** Begins a request; its run is the request's. */
    Run request(AsyncContext request, String name) {
        line("request " + program + " " + request.id() + " " + name);
        return Run.of(request.id(), 1, Belonging.to(request.id()));
    }

    /** The step runs, for the first time, triggered by nobody but its parent. */
    Run ran(String operation, Run parent) {
        return ran(operation, parent, Trigger.NONE);
    }

    Run ran(String operation, Run parent, Trigger trigger) {
        return ran(operation, parent, 1, trigger, parent.belonging());
    }

    Run ran(String operation, Run parent, Belonging own) {
        return ran(operation, parent, 1, Trigger.NONE, own);
    }

    Run ran(String operation, Run parent, int number, Trigger trigger, Belonging own) {
        Run here = Run.of(AsyncContext.currentId(), number, own);
        line("ran " + program + " " + own.because() + " " + operation + " " + here.contextId() + " " + number + " "
                + parent.asParent() + " " + trigger.relativeTo(parent) + " " + own.requests());
        return here;
    }

    /** The step was scheduled and will not run. */
    void never(String operation, Run parent) {
        line("never " + program + " " + operation + " " + parent.asParent());
    }

    /** No hop: the caller runs it. */
    void inline(Run here) {
        line("inline " + AsyncContext.currentId() + " " + here.contextId());
    }

    /** A task outside of any request carries one. */
    void carries(Run task, Run request) {
        line("carries " + task.contextId() + " " + request.contextId());
    }

    private void line(String text) {
        synchronized (out) {
            out.println(text);
        }
    }
}
