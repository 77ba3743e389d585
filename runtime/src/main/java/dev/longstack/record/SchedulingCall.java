package dev.longstack.record;

import org.jspecify.annotations.Nullable;

/**
 * The calls such as {@code submit} or {@code invokeAll} that are open in one run on one thread: they name what is created
 * inside them. What a task does that such a call itself runs is another run's, so it is not named by it.
 *
 * <p>Calls nest, when one is built on another; the outermost names.
 */
public final class SchedulingCall {
    private @Nullable String operation;
    private @Nullable Object task;
    private boolean forAll;
    private boolean threadPerTask;
    private int nesting;
    private int namedAt;

    SchedulingCall() {}

    /**
     * The call begins.
     *
     * @param name the operation
     * @param userTask the user's object; null where the call has several
     * @param forAll whether the name goes to all that is created inside, not to the first only
     */
    public void begin(String name, @Nullable Object userTask, boolean forAll) {
        nesting++;
        if (operation == null) {
            operation = name;
            task = userTask;
            this.forAll = forAll;
            namedAt = nesting;
        } else if (this.forAll) {
            task = userTask;
        }
    }

    /** The call that has just begun makes a thread for each task. */
    public void makesThreadPerTask() {
        threadPerTask = true;
    }

    /** Whether a thread that is started here is for one task. */
    public boolean hasThreadPerTask() {
        return threadPerTask && nesting > 0;
    }

    /** The call ended, in whichever way. */
    public void end() {
        if (nesting == namedAt) {
            clear();
        }
        nesting = Math.max(0, nesting - 1);
        threadPerTask &= nesting > 0;
    }

    /** The name of the call around a creation; null for none. */
    public @Nullable String operation() {
        return operation;
    }

    /** The user's task of the call around a creation; null for none. */
    public @Nullable Object task() {
        return task;
    }

    /** A context was created: the name, if there was one, went to it. */
    public void used() {
        if (forAll) {
            task = null;
        } else {
            clear();
        }
    }

    private void clear() {
        operation = null;
        task = null;
        forAll = false;
        namedAt = 0;
    }

    /** Another run begins where this was used. */
    void reset() {
        clear();
        nesting = 0;
        threadPerTask = false;
    }
}
