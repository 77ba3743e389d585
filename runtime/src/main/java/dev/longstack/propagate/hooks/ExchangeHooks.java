package dev.longstack.propagate.hooks;

import dev.longstack.events.ContextKind;
import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.propagate.carriers.TokenCarrier;
import dev.longstack.propagate.carriers.Tokens;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * Called where a server works on an HTTP exchange: the first time, whenever it goes on (an asynchronous dispatch, a listener of
 * its completion), and at its end. One exchange is one request with a run for each time. The server's own object stands for the
 * exchange, from its begin to its end; servers use it again for the next one.
 */
public final class ExchangeHooks {
    private ExchangeHooks() {}

    /** A new exchange begins; the server works on it from here on, on this thread. */
    public static void entered(Object exchange, @Nullable String method, @Nullable String path) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if ((state != null && Runs.reenter(state, exchange)) || !Recorder.on()) {
                return;
            }
            // the connection may have been lost in the middle of the one before
            ended(exchange);
            ThreadState here = ThreadState.current();
            ContextToken token = path == null
                    ? Creations.createUnnamedRequest(here)
                    : Creations.createRequest(here, RequestNames.ofPath(method, path));
            Tokens.put(exchange, token);
            begin(here, token, exchange);
            RequestHooks.tellUri(here, method, path, token.operation());
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static void begin(ThreadState state, ContextToken token, Object exchange) {
        Runs.begin(state, token, exchange);
        state.isExchange();
    }

    /** The same, or the server goes on with an exchange that has begun. */
    public static void workedOn(Object exchange, @Nullable String method, @Nullable String path) {
        if (Recorder.on() && Tokens.beside(exchange) != null) {
            resumed(exchange);
        } else {
            entered(exchange, method, path);
        }
    }

    /** The server goes on with an exchange; one that nobody saw begin runs in none. */
    public static void resumed(Object exchange) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if ((state != null && Runs.reenter(state, exchange)) || !Recorder.on()) {
                return;
            }
            ContextToken token = Tokens.beside(exchange);
            if (token != null) {
                begin(ThreadState.current(), token, exchange);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The server leaves the exchange: for good if that was said, else to go on with it later. */
    public static void left(Object exchange) {
        leftFailed(exchange, null);
    }

    public static void leftFailed(Object exchange, @Nullable Throwable failure) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state != null) {
                Runs.endSome(state, exchange, failure);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** It ends twice, since its listeners are told of the end by themselves: this keeps it until then. */
    public static void endsTwice(Object exchange, @Nullable Object already) {
        try {
            ContextToken token = already == null && Recorder.on() ? Tokens.beside(exchange) : null;
            if (token != null) {
                Tokens.put(exchange, token);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** Its last byte is written, or nobody waits for it any more. */
    public static void ended(Object exchange) {
        try {
            ContextToken token = Tokens.takeBeside(exchange);
            if (token != null && Tokens.beside(exchange) == null && !Runs.isLast(ThreadState.current(), exchange)) {
                Recorder.release(ThreadState.current(), token, ReleaseReason.COMPLETED);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** What the server is to run later, as a step of what runs here; nobody else sees what stands for it. */
    public static Runnable runsLater(Runnable task, String operation) {
        try {
            if (Recorder.on() && Tokens.ofItsOwn(task) == null) {
                ThreadState state = ThreadState.current();
                return new Step(
                        task, Creations.create(state, ContextKind.TASK, operation, TaskWrapper.userClass(task)));
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
        return task;
    }

    private record Step(Runnable task, ContextToken token) implements Runnable, TokenCarrier, TaskWrapper {
        @Override
        public void run() {
            Throwable failure = null;
            begin();
            try {
                task.run();
            } catch (Throwable e) {
                failure = e;
                throw e;
            } finally {
                TaskHooks.endFailed(this, failure);
            }
        }

        private void begin() {
            try {
                if (Recorder.on()) {
                    Runs.begin(ThreadState.current(), token, this);
                }
            } catch (Throwable e) {
                Faults.swallow(e);
            }
        }

        @Override
        public ContextToken longstackToken() {
            return token;
        }

        /** It keeps its context, since it begins its run itself. */
        @Override
        public void longstackToken(@Nullable ContextToken other) {}

        @Override
        public Object longstackTask() {
            return task;
        }
    }
}
