package dev.longstack.record;

import org.jspecify.annotations.Nullable;

/**
 * A call such as {@code submit} or {@code invokeAll} that runs on one thread: it names what is created inside it, at the depth
 * of runs at which it began. What a task does that the call itself runs is not named by it.
 *
 * <p>Calls nest, when one is built on another; the outermost names.
 */
public final class SchedulingCall {
    private @Nullable String operation;
    private @Nullable Object task;
    private boolean forAll;
    private int depth;
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
    public void begin(String name, @Nullable Object userTask, boolean forAll, int depth) {
        nesting++;
        if (operation == null) {
            operation = name;
            task = userTask;
            this.forAll = forAll;
            this.depth = depth;
            namedAt = nesting;
        } else if (this.forAll && this.depth == depth) {
            task = userTask;
        }
    }

    /** The call ended, in whichever way. */
    public void end() {
        if (nesting == namedAt) {
            clear();
        }
        nesting = Math.max(0, nesting - 1);
    }

    /** The name of the call around a creation at this depth; null for none. */
    public @Nullable String operation(int depth) {
        return this.depth == depth ? operation : null;
    }

    /** The user's task of the call around a creation at this depth; null for none. */
    public @Nullable Object task(int depth) {
        return this.depth == depth && operation != null ? task : null;
    }

    /** A context was created: the name, if there was one, went to it. */
    public void used(int depth) {
        if (operation == null || this.depth != depth) {
            return;
        }
        if (forAll) {
            task = null;
        } else {
            clear();
        }
    }

    private void clear() {
        operation = null;
        task = null;
        namedAt = 0;
    }
}
