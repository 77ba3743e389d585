package dev.longstack.agent.library.undertow;

import static dev.longstack.agent.weave.Insert.self;

import dev.longstack.agent.weave.Exchanges;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;
import java.util.List;

/** Undertow 2: the root handler is executed for each exchange, and again after each dispatch; its listeners hear of its end. */
public final class UndertowFamily {
    private static final String EXCHANGE = "io/undertow/server/HttpServerExchange";
    private static final String ASYNCHRONOUS = "io/undertow/servlet/spec/AsyncContextImpl";
    private static final String TEXT = "io/undertow/util/HttpString";

    public static final Family FAMILY = Family.named(
                    "undertow", "HTTP exchanges of Undertow, including dispatched ones")
            .weaves("io/undertow/server/Connectors", UndertowFamily::connectors)
            .weaves(EXCHANGE, UndertowFamily::exchange)
            .weaves(ASYNCHRONOUS, Exchanges::asynchronous)
            .weaves(ASYNCHRONOUS, UndertowFamily::asynchronous)
            .weaves("io/undertow/servlet/spec/ServletContextImpl", UndertowFamily::servlets)
            .takesItsOwn("io.undertow.servlet.spec.AsyncContextImpl")
            // where it keeps what is used again
            .takesItsOwn("io.undertow.server.DefaultByteBufferPool")
            .takesItsOwn("io.undertow.server.handlers.cache.LimitedBufferSlicePool")
            .takesItsOwn("io.undertow.util.SimpleObjectPool")
            .declared();

    private UndertowFamily() {}

    private static void connectors(WovenClass connectors) {
        WovenMethod execute = connectors.method("executeRootHandler");
        Insert exchange = execute.argument(1);
        Insert method = exchange.invoke(EXCHANGE, "getRequestMethod", "()L" + TEXT + ";")
                .invoke(TEXT, "toString", "()Ljava/lang/String;");
        Insert path = exchange.invoke(EXCHANGE, "getRequestPath", "()Ljava/lang/String;");
        Exchanges.entersOrResumes(execute, exchange, method, path);
    }

    /** Its listeners hear of the end on whichever thread comes by, before or after the exchange itself is over. */
    private static void asynchronous(WovenClass context) {
        WovenMethod constructor = context.constructor();
        Exchanges.endsTwice(constructor, constructor.argument(0), constructor.lastArgument());
        Insert exchange = self().field(ASYNCHRONOUS, "exchange", "L" + EXCHANGE + ";");
        Exchanges.completes(context.method("onAsyncComplete"), exchange);
        for (String name : List.of("onAsyncTimeout", "onAsyncError")) {
            context.methodsIfAny(name).forEach(method -> Exchanges.resumes(method, exchange));
        }
    }

    /** What listeners of a request's bytes and of its state are called by, from any thread. */
    private static void servlets(WovenClass context) {
        for (String name :
                List.of("invokeOnWritePossible", "invokeOnDataAvailable", "invokeOnAllDataRead", "invokeRunnable")) {
            context.methodsIfAny(name).forEach(method -> Exchanges.resumes(method, method.argument(0)));
        }
    }

    private static void exchange(WovenClass exchange) {
        Exchanges.ends(exchange.method("invokeExchangeCompleteListeners"), self());
    }
}
