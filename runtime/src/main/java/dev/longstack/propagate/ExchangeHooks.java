package dev.longstack.propagate;

import dev.longstack.events.ReleaseReason;
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
            ContextToken token = Creations.createRequest(here, RequestNames.ofPath(method, path));
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

    /** The same for an exchange that has begun; one that nobody saw begin runs in none. */
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

    /** The server leaves the exchange: for good, or to go on with it later. */
    public static void left(Object exchange, boolean goesOn) {
        leftFailed(exchange, goesOn, null);
    }

    public static void leftFailed(Object exchange, boolean goesOn, @Nullable Throwable failure) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state == null) {
                return;
            }
            if (goesOn) {
                Runs.endOne(state, exchange);
            } else {
                Runs.end(state, exchange, failure);
                ended(exchange);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** Its last byte is written, or nobody waits for it any more. */
    public static void ended(Object exchange) {
        try {
            ContextToken token = Tokens.takeBeside(exchange);
            if (token != null) {
                Recorder.release(ThreadState.current(), token, ReleaseReason.COMPLETED);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
