package dev.longstack.agent.jdk.structured;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;

/** StructuredTaskScope: a class in JDK 21 to 24, an interface with an implementation of its own from 25 on. */
public final class StructuredFamily {
    private static final String SCOPE = "java/util/concurrent/StructuredTaskScope";
    private static final String IMPLEMENTATION = SCOPE + "Impl";

    public static final Family FAMILY = Family.named("structured", "StructuredTaskScope (JDK 21 and later)")
            .weaves(SCOPE, StructuredFamily::scope)
            .weaves(IMPLEMENTATION, StructuredFamily::scope)
            .startsThreadPerTask(SCOPE, "fork", "StructuredTaskScope.fork")
            .startsThreadPerTask(IMPLEMENTATION, "fork", "StructuredTaskScope.fork")
            .declared();

    private StructuredFamily() {}

    private static void scope(WovenClass scope) {
        if (scope.hasMethod("open")) {
            scope.method("open").beforeReturn(top().call(Hook.SCOPE_OPENED));
        } else {
            scope.methods("<init>", parameters -> parameters.length > 0)
                    .forEach(constructor -> constructor.beforeReturn(self().call(Hook.SCOPE_OPENED)));
        }
        Run.endsWith(scope.method("close"), self());
    }
}
