package dev.longstack.propagate;

import dev.longstack.events.ContextKind;
import dev.longstack.events.Protocol;
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
                ContextToken own = TaskHooks.ofThisRun(state, function);
                Tokens.put(
                        completion,
                        own != null
                                ? own.relay()
                                : Recorder.create(
                                        state, ContextKind.CONTINUATION, name, TaskWrapper.userClass(function)));
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /**
     * The future is about to be completed by what runs here, if it has no result yet. Of two threads that complete it at the
     * very same time the other one may win: they are told apart as well as a few nanoseconds allow.
     */
    public static void completing(Object future, @Nullable Object result) {
        try {
            if (result == null && Recorder.on() && future instanceof CompletedFuture completed) {
                ThreadState state = ThreadState.currentOrNull();
                if (state != null && completed.longstackCompleter() == Protocol.NO_CONTEXT) {
                    completed.longstackCompleter(state.contextId());
                }
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The result of one future, or of two, becomes that of another, and so does who completed it. */
    public static void relaying(@Nullable Object future, Object completion, @Nullable Object source) {
        try {
            if (Recorder.on()
                    && future instanceof CompletedFuture completed
                    && completed.longstackCompleter() == Protocol.NO_CONTEXT
                    && isComplete(source)
                    && (!(completion instanceof SecondSource second) || isComplete(second.longstackSecondSource()))) {
                completed.longstackCompleter(trigger(completion, source));
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static boolean isComplete(@Nullable Object future) {
        return future instanceof CompletedFuture source && source.longstackCompleter() != Protocol.NO_CONTEXT;
    }

    /** This thread has won the right to run the continuation, or to hand it to its executor. */
    public static void claimed(boolean won, Object completion, @Nullable Object source) {
        try {
            ContextToken token = won && Recorder.on() ? Tokens.ofItsOwn(completion) : null;
            if (token != null) {
                Recorder.due(token.target(), trigger(completion, source));
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** With two sources nobody knows which one was complete last, but where one is completed by what runs here. */
    private static long trigger(Object completion, @Nullable Object source) {
        long here = ThreadState.current().contextId();
        if (!(source instanceof CompletedFuture first)) {
            return here;
        }
        Object other = completion instanceof SecondSource second ? second.longstackSecondSource() : null;
        long completer = first.longstackCompleter();
        if (!(other instanceof CompletedFuture second) || second.longstackCompleter() == completer) {
            return completer;
        }
        boolean oneIsHere = second.longstackCompleter() == here || completer == here;
        return here != Protocol.NO_CONTEXT && oneIsHere ? here : Protocol.UNKNOWN_CONTEXT;
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
            }
            if (state != null && token != null && !token.isRelay()) {
                Recorder.begin(state, token, owner);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The continuation is done with; where its function was not for this outcome, it was never called. */
    public static void passed(Object completion) {
        try {
            ContextToken carried = Tokens.take(completion);
            ContextToken token = carried == null ? null : carried.target();
            if (token != null && !token.isReleased()) {
                Recorder.release(ThreadState.current(), token, ReleaseReason.COMPLETED);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
