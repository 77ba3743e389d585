package dev.longstack.agent.library.okhttp;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.text;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Members;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;

/** OkHttp from 4 on: a call that waits for others is handed to the pool by whichever call ends first, so it carries its own token. */
public final class OkhttpFamily {
    public static final Family FAMILY = Family.named("okhttp", "asynchronous calls of OkHttp, including queued ones")
            .weaves("okhttp3/internal/connection/RealCall$AsyncCall", OkhttpFamily::call, Members.LIBRARY_TOKEN)
            .doesForItself("okhttp3.internal.concurrent.TaskRunner$runnable$1", "runs the tasks of all connections")
            .declared();

    private OkhttpFamily() {}

    private static void call(WovenClass call) {
        WovenMethod constructor = call.constructor();
        constructor.beforeReturn(
                self().and(constructor.lastArgument()).and(text("Call.enqueue")).call(Hook.TASK_CREATED));
        Run.of(Hook.BEGIN).aroundBody(call.method("run"));
    }
}
