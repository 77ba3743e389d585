package dev.longstack.propagate.entries;

import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.hooks.TaskHooks;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Faults;
import dev.longstack.record.Interception;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What was deferred by hand, with its context; any thread.
 *
 * @param token the context
 * @param task the user's object
 */
record Deferral(ContextToken token, Object task) {
    /** One run, with who intercepts it; throws what it throws. */
    @Nullable
    Object run(Object owner, Callable<?> body) throws Exception {
        begin(owner);
        Throwable failure = null;
        try {
            Interception interception = Interception.of(owner, task);
            return interception == null ? body.call() : interception.run(body);
        } catch (Throwable e) {
            failure = e;
            throw e;
        } finally {
            TaskHooks.endFailed(owner, failure);
        }
    }

    private void begin(Object owner) {
        try {
            if (Recorder.onForApi()) {
                Runs.begin(ThreadState.current(), token, owner);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The same for a body that declares nothing; an interceptor may throw what it likes all the same. */
    @Nullable
    Object runUnchecked(Object owner, Callable<?> body) {
        try {
            return run(owner, body);
        } catch (Exception e) {
            throw Interception.<RuntimeException>asItIs(e);
        }
    }

    /** It will not run again. */
    void over(ReleaseReason reason) {
        try {
            Recorder.release(ThreadState.current(), token, reason);
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
