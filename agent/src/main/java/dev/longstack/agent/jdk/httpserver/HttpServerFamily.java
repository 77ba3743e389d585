package dev.longstack.agent.jdk.httpserver;

import static dev.longstack.agent.weave.Insert.local;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;

/** The JDK's HTTP server: an exchange is a request, named by its method and path. */
public final class HttpServerFamily {
    private static final String EXCHANGE = "com/sun/net/httpserver/HttpExchange";

    public static final Family FAMILY = Family.named(
                    "http-server", "requests of the JDK's `com.sun.net.httpserver.HttpServer`")
            .weaves("sun/net/httpserver/ServerImpl$Exchange", HttpServerFamily::exchange)
            .declared();

    private HttpServerFamily() {}

    private static void exchange(WovenClass exchange) {
        WovenMethod run = exchange.method("run");
        int slot = run.newSlot();
        Insert argument = local(slot);
        Insert method = argument.invoke(EXCHANGE, "getRequestMethod", "()Ljava/lang/String;");
        Insert uri = argument.invoke(EXCHANGE, "getRequestURI", "()Ljava/net/URI;")
                .invoke("java/net/URI", "getPath", "()Ljava/lang/String;");
        Insert begin = top().store(slot).and(self()).and(method).and(uri).call(Hook.BEGIN_REQUEST);
        Run.of(self(), begin).aroundCalls(run, Calls.named("doFilter"));
    }
}
