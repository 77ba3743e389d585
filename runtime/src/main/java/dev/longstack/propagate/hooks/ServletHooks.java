package dev.longstack.propagate.hooks;

import dev.longstack.record.Faults;
import dev.longstack.record.ThreadState;

/** Called where the service method of a servlet ends. */
public final class ServletHooks {
    private ServletHooks() {}

    /** An exception left it: where it is a request's own run that failed, else the exchange, whose server will catch it. */
    public static void failed(Object owner, Throwable failure) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state != null && !state.failExchange(failure)) {
                TaskHooks.endFailed(owner, failure);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
