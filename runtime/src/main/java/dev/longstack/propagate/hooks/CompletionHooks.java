package dev.longstack.propagate.hooks;

import dev.longstack.events.ContextKind;
import dev.longstack.events.Protocol;
import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.carriers.Completer;
import dev.longstack.propagate.carriers.JdkFields;
import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.propagate.carriers.Tokens;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
import java.util.concurrent.Future;
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
                ThreadState.current().handOver().asynchronous(executor != null);
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
                boolean goesToAnExecutor = state.handOver().takeAsynchronous() || executor != null;
                String name = goesToAnExecutor ? asynchronous : operation;
                ContextToken own = TaskHooks.ofThisRun(state, function);
                Tokens.put(
                        completion,
                        own != null
                                ? own.relay()
                                : Creations.create(
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
            if (result == null && Recorder.on() && JdkFields.get().completer(future) == null) {
                ThreadState state = ThreadState.currentOrNull();
                complete(future, state == null ? Protocol.NO_CONTEXT : state.completerId());
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static void complete(Object future, long completerId) {
        JdkFields.get().completer(future, new Completer(completerId, System.nanoTime()));
    }

    /**
     * The result of one future, or of two, becomes that of another as it is, and so does who completed it: a relay, or a
     * continuation whose function is not for this outcome.
     */
    public static void relaying(@Nullable Object future, @Nullable Object continuation) {
        try {
            if (future == null
                    || continuation == null
                    || !Recorder.on()
                    || JdkFields.get().completer(future) != null) {
                return;
            }
            Object first = JdkFields.get().firstSource(continuation);
            Object second = JdkFields.get().secondSource(continuation);
            boolean either = second != null && isEither(continuation);
            if (either ? isDone(first) || isDone(second) : isDone(first) && (second == null || isDone(second))) {
                complete(future, trigger(continuation, first, second));
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static boolean isDone(@Nullable Object future) {
        return future instanceof Future<?> source && source.isDone();
    }

    /** This thread has won the right to run the continuation, or to hand it to its executor. */
    public static void claimed(boolean won, Object continuation) {
        try {
            ContextToken token = won && Recorder.on() ? Tokens.ofItsOwn(continuation) : null;
            if (token != null) {
                JdkFields fields = JdkFields.get();
                long id = trigger(continuation, fields.firstSource(continuation), fields.secondSource(continuation));
                Recorder.due(token.target(), id);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** Who completed its source: of two the later one, or the earlier one where one is enough. */
    private static long trigger(Object continuation, @Nullable Object first, @Nullable Object second) {
        if (second == null) {
            return completerId(first);
        }
        boolean either = isEither(continuation);
        if (either && isDone(first) != isDone(second)) {
            return completerId(isDone(first) ? first : second);
        }
        Object ofFirst = first == null ? null : JdkFields.get().completer(first);
        Object ofSecond = JdkFields.get().completer(second);
        if (!(ofFirst instanceof Completer one) || !(ofSecond instanceof Completer other)) {
            // one that nobody saw being completed was complete before all the others
            return either ? Protocol.UNKNOWN_CONTEXT : completerId(ofFirst instanceof Completer ? first : second);
        }
        if (one.nanos() == other.nanos()) {
            return one.contextId() == other.contextId() ? one.contextId() : Protocol.UNKNOWN_CONTEXT;
        }
        boolean firstIsLater = one.nanos() - other.nanos() > 0;
        return firstIsLater == either ? other.contextId() : one.contextId();
    }

    /** Whether one of its two sources is enough. */
    private static boolean isEither(Object continuation) {
        return continuation.getClass().getName().contains("$Or");
    }

    private static long completerId(@Nullable Object future) {
        return future != null && JdkFields.get().completer(future) instanceof Completer completer
                ? completer.contextId()
                : Protocol.UNKNOWN_CONTEXT;
    }

    /** The continuation may be run by the call that follows. */
    public static void arm(Object completion) {
        try {
            ContextToken token = Recorder.on() ? Tokens.ofItsOwn(completion) : null;
            if (token != null) {
                ThreadState.current().handOver().arm(token);
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
                state.handOver().arm(null);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The function is called now, for the armed continuation if there is one. */
    public static void beginArmed(Object owner) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            ContextToken token = state == null ? null : state.handOver().takeArmed();
            if (state != null && token != null && !token.isRelay()) {
                Runs.begin(state, token, owner);
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
