package dev.longstack.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a thread in which one woven place leaves a token for the next one on the same thread. What is left is checked by
 * identity, and taken away when the call that left it ends. Used by its own thread alone.
 */
public final class HandOver {
    private @Nullable Object offeredTask;
    private @Nullable ContextToken offeredToken;
    private @Nullable Object takenTask;
    private @Nullable ContextToken takenToken;
    private @Nullable ContextToken armed;
    private @Nullable Map<String, ?> arguments;
    private int startingWorkers;
    private boolean asynchronous;

    HandOver() {}

    /** This thread is putting the task into a queue: the node that is built for it may take the token along; null for a token beside it. */
    public void offer(Object task, @Nullable ContextToken token) {
        offeredTask = task;
        offeredToken = token;
    }

    /** What this thread is putting into a queue; null for nothing. */
    public @Nullable Object offeredTask() {
        return offeredTask;
    }

    /** The token offered for the task; null for none. */
    public @Nullable ContextToken offered(@Nullable Object task) {
        return task != null && offeredTask == task ? offeredToken : null;
    }

    public void offerEnds() {
        offeredTask = null;
        offeredToken = null;
    }

    /** This thread took the task out of a queue, with the token found there. */
    public void took(@Nullable Object task, ContextToken token) {
        takenTask = task;
        takenToken = token;
    }

    /** A run ended: nobody asks for what was taken before it. */
    void forgetTaken() {
        takenTask = null;
        takenToken = null;
    }

    /** The token of the task that was taken last, once; null for another one. */
    public @Nullable ContextToken taken(Object task) {
        if (takenTask != task) {
            return null;
        }
        ContextToken token = takenToken;
        takenTask = null;
        takenToken = null;
        return token;
    }

    /** This thread is about to run the continuation of this token if nobody else claims it; null for none any more. */
    public void arm(@Nullable ContextToken token) {
        armed = token;
    }

    /** The armed token, once; null for none. */
    public @Nullable ContextToken takeArmed() {
        ContextToken token = armed;
        armed = null;
        return token;
    }

    /** Whether this thread is starting workers of a pool now. */
    public boolean isStartingWorkers() {
        return startingWorkers > 0;
    }

    public void startingWorker(boolean begins) {
        startingWorkers = Math.max(0, startingWorkers + (begins ? 1 : -1));
    }

    /** Whether the continuation that is constructed next goes to an executor. */
    public void asynchronous(boolean goesToAnExecutor) {
        asynchronous = goesToAnExecutor;
    }

    /** The same, once. */
    public boolean takeAsynchronous() {
        boolean taken = asynchronous;
        asynchronous = false;
        return taken;
    }

    /** The arguments of the call that creates a context next. */
    public void arguments(@Nullable Map<String, ?> ofTheCall) {
        arguments = ofTheCall;
    }

    /** The same, once; null for none. */
    @Nullable
    Map<String, ?> takeArguments() {
        Map<String, ?> taken = arguments;
        arguments = null;
        return taken;
    }
}
