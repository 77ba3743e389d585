package dev.longstack.propagate.hooks;

import dev.longstack.events.ContextKind;
import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;

/** Called by the woven StructuredTaskScope: the scope is a context that runs on its owner until it is closed. */
public final class ScopeHooks {
    private ScopeHooks() {}

    /** The scope was opened by this thread. */
    public static void opened(Object scope) {
        try {
            if (Recorder.on()) {
                ThreadState state = ThreadState.current();
                Runs.begin(
                        state,
                        Creations.create(state, ContextKind.TASK, "StructuredTaskScope.open", scope.getClass()),
                        scope);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
