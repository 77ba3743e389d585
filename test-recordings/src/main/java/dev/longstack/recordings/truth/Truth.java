package dev.longstack.recordings.truth;

import dev.longstack.context.AsyncContext;
import java.io.PrintStream;
import java.util.concurrent.Phaser;
import java.util.function.LongSupplier;

/**
 * Writes what each step knows of itself, a line each:
 *
 * <pre>
 * ran OPERATION id run parentId parentRun trigger[,trigger]
 * never OPERATION parentId parentRun
 * inline id expectedId
 * </pre>
 *
 * The parent is what the step that scheduled it was told to be when that one ran: nothing here is derived from the recorder's
 * own links.
 */
final class Truth {
    /** A trigger that may be unknown: of two sources the recorder can't tell which one was last. */
    static final long UNKNOWN = -1;

    private final PrintStream out;
    private final Phaser open = new Phaser(1);

    Truth(PrintStream out) {
        this.out = out;
    }

    /** One run of a step. */
    record Run(long contextId, int number) {}

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

    /** The step runs, for the given time, triggered by one of these. */
    Run ran(String operation, Run parent, int number, LongSupplier trigger, boolean maybeUnknown) {
        Run here = new Run(AsyncContext.currentId(), number);
        long by = trigger.getAsLong();
        String triggers = (by == parent.contextId ? 0 : by) + (maybeUnknown ? "," + UNKNOWN : "");
        line("ran " + operation + " " + here.contextId + " " + number + " " + parent.contextId + " " + parent.number
                + " " + triggers);
        return here;
    }

    /** The step was scheduled and will not run. */
    void never(String operation, Run parent) {
        line("never " + operation + " " + parent.contextId + " " + parent.number);
    }

    /** No hop: the caller runs it. */
    void inline(Run here) {
        line("inline " + AsyncContext.currentId() + " " + here.contextId);
    }

    private void line(String text) {
        synchronized (out) {
            out.println(text);
        }
    }
}
