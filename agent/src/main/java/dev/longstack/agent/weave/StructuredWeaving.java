package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.propagate.ScopeHooks;
import dev.longstack.propagate.TaskHooks;
import java.util.Map;

/** StructuredTaskScope: a class in JDK 21 to 24, an interface with an implementation of its own from 25 on. */
final class StructuredWeaving {
    private static final String SCOPE = "java/util/concurrent/StructuredTaskScope";

    private StructuredWeaving() {}

    static Map<String, Weaving> classes() {
        return Map.of(SCOPE, StructuredWeaving::scope, SCOPE + "Impl", StructuredWeaving::scope);
    }

    private static void scope(WovenClass woven) {
        if (woven.isInterface()) {
            return;
        }
        if (woven.hasMethod("open")) {
            woven.method("open").beforeReturn(top().hook(ScopeHooks.class, "opened", Object.class));
        } else {
            woven.methods("<init>", parameters -> parameters.length > 0)
                    .forEach(constructor ->
                            constructor.beforeReturn(self().hook(ScopeHooks.class, "opened", Object.class)));
        }
        woven.methods("fork").forEach(fork -> ExecutorWeaving.schedules(fork, "StructuredTaskScope.fork"));
        Insert closed = self().hook(TaskHooks.class, "end", Object.class);
        woven.method("close")
                .aroundBody(
                        Insert.NOTHING,
                        closed,
                        top().local(0).swap().hook(TaskHooks.class, "endFailed", Object.class, Throwable.class));
    }
}
