package dev.longstack.propagate;

import dev.longstack.events.ContextKind;
import dev.longstack.events.ReleaseReason;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Called by the woven continuations of CompletableFuture.
 *
 * <p>Some continuations call the user's function themselves, between {@link TaskHooks#begin} and {@link TaskHooks#end}. Others
 * hand it to a method of the future, which may find that another thread has claimed it: those only {@link #arm} the token, and
 * the run begins where the function is really called.
 */
public final class CompletionHooks {
    private CompletionHooks() {}

    /** A method such as {@code thenApply} begins; an executor makes the continuation an asynchronous one. */
    public static void scheduling(@Nullable Object executor) {
        try {
            if (Recorder.on()) {
                ThreadState.current().asynchronous = executor != null;
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** A continuation was constructed; without an executor where it is handed to one at once. */
    public static void created(
            Object completion,
            @Nullable Object executor,
            @Nullable Object function,
            String operation,
            String asynchronous) {
        try {
            if (Recorder.on() && function != null) {
                ThreadState state = ThreadState.current();
                String name = executor == null && !state.asynchronous ? operation : asynchronous;
                state.asynchronous = false;
                Tokens.put(completion, Recorder.create(state, ContextKind.CONTINUATION, name, function.getClass()));
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** This thread has completed what the continuation waits for, and now decides who runs it. */
    public static void claiming(Object completion) {
        try {
            ContextToken token = Recorder.on() ? Tokens.ofItsOwn(completion) : null;
            if (token != null && token.recorded()) {
                Recorder.due(ThreadState.current(), token);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The continuation may be run by the call that follows. */
    public static void arm(Object completion) {
        try {
            ContextToken token = Recorder.on() ? Tokens.ofItsOwn(completion) : null;
            if (token != null) {
                ThreadState.current().armedToken = token;
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The call is over. */
    public static void disarm() {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                state.armedToken = null;
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The function is called now, for the armed continuation if there is one. */
    public static void beginArmed(Object owner) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            ContextToken token = state == null ? null : state.armedToken;
            if (state != null && token != null) {
                state.armedToken = null;
                Recorder.begin(state, token, owner);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The continuation is done with; where its function was not for this outcome, it was never called. */
    public static void passed(Object completion) {
        try {
            ContextToken token = Tokens.take(completion);
            if (token != null && !token.isReleased()) {
                Recorder.release(ThreadState.current(), token, ReleaseReason.COMPLETED);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
