package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.load;
import static dev.longstack.agent.weave.Insert.second;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.propagate.RequestHooks;
import dev.longstack.propagate.TaskHooks;
import java.util.Map;

/** Where HTTP requests enter: the JDK's server, and servlets by their name. */
final class RequestWeaving {
    private static final String EXCHANGE = "com/sun/net/httpserver/HttpExchange";
    private static final Class<?>[] BEGIN = {Object.class, String.class, String.class, String.class};

    private RequestWeaving() {}

    static Map<String, Weaving> httpServer() {
        return Map.of("sun/net/httpserver/ServerImpl$Exchange", RequestWeaving::exchange);
    }

    static Map<String, Weaving> servlets() {
        return Map.of(
                "jakarta/servlet/http/HttpServlet", woven -> servlet(woven, "jakarta/servlet/"),
                "javax/servlet/http/HttpServlet", woven -> servlet(woven, "javax/servlet/"));
    }

    private static void exchange(WovenClass woven) {
        WovenMethod run = woven.method("run");
        int exchange = run.newSlot();
        run.aroundCalls(
                call -> call.name.equals("doFilter"),
                top().store(exchange)
                        .local(0)
                        .local(exchange)
                        .invoke(EXCHANGE, "getRequestMethod", "()Ljava/lang/String;")
                        .local(exchange)
                        .invoke(EXCHANGE, "getHttpContext", "()Lcom/sun/net/httpserver/HttpContext;")
                        .invoke("com/sun/net/httpserver/HttpContext", "getPath", "()Ljava/lang/String;")
                        .local(exchange)
                        .invoke(EXCHANGE, "getRequestURI", "()Ljava/net/URI;")
                        .invoke("java/net/URI", "getPath", "()Ljava/lang/String;")
                        .hook(RequestHooks.class, "begin", BEGIN),
                self().hook(TaskHooks.class, "end", Object.class),
                top().local(0).swap().hook(TaskHooks.class, "endFailed", Object.class, Throwable.class));
    }

    /** The call of the typed {@code service} in the untyped one: request and response are on the stack. */
    private static void servlet(WovenClass woven, String api) {
        String request = api + "http/HttpServletRequest";
        WovenMethod service = woven.methods(
                        "service", parameters -> parameters[0].getInternalName().equals(api + "ServletRequest"))
                .get(0);
        int typed = service.newSlot();
        service.aroundCalls(
                call -> call.name.equals("service"),
                second().store(typed)
                        .local(1)
                        .local(typed)
                        .invokeInterface(request, "getMethod", "()Ljava/lang/String;")
                        .local(typed)
                        .invokeInterface(request, "getServletPath", "()Ljava/lang/String;")
                        .local(typed)
                        .invokeInterface(request, "getRequestURI", "()Ljava/lang/String;")
                        .hook(RequestHooks.class, "begin", BEGIN),
                load(1).hook(TaskHooks.class, "end", Object.class),
                top().local(1).swap().hook(TaskHooks.class, "endFailed", Object.class, Throwable.class));
    }
}
