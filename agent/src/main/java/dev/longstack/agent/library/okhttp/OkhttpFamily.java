package dev.longstack.agent.library.okhttp;

import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.text;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Members;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;

/**
 * OkHttp 4 and 5: an asynchronous call is a step of whoever enqueued it. Its dispatcher hands waiting calls to the pool when another
 * call ends, on that call's thread: so the call brings its own token.
 */
public final class OkhttpFamily {
    public static final Family FAMILY = Family.named("okhttp", "asynchronous calls of OkHttp")
            .weaves("okhttp3/internal/connection/RealCall$AsyncCall", OkhttpFamily::call, Members.LIBRARY_TOKEN)
            .declared();

    private OkhttpFamily() {}

    private static void call(WovenClass call) {
        WovenMethod constructor = call.constructor();
        constructor.beforeReturn(self().and(constructor.lastArgument())
                .and(text("OkHttp.enqueue"))
                .call(Hook.TASK_CREATED));
        Run.of(Hook.BEGIN).aroundBody(call.method("run"));
    }
}
