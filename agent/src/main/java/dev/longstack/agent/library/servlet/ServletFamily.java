package dev.longstack.agent.library.servlet;

import static dev.longstack.agent.weave.Insert.local;
import static dev.longstack.agent.weave.Insert.second;
import static dev.longstack.agent.weave.Insert.text;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;

/**
 * Servlets: the call of the typed {@code service} in the untyped one is a request, unless it is part of an exchange whose server
 * is woven. It is named by its method and the route, the servlet's mapping, or the path, whichever is known best.
 */
public final class ServletFamily {
    private static final String JAKARTA = "jakarta/servlet/";
    private static final String JAVAX = "javax/servlet/";

    private static final String SPRINGS_ROUTE = "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

    public static final Family FAMILY = Family.named("servlet", "servlet requests, `jakarta` and `javax`")
            .weaves(JAKARTA + "http/HttpServlet", servlet -> servlet(servlet, JAKARTA))
            .weaves(JAVAX + "http/HttpServlet", servlet -> servlet(servlet, JAVAX))
            // its cache of routes is cleaned up by whoever comes by
            .takesItsOwn("org.springframework.util.ConcurrentLruCache$WriteOperations")
            .declared();

    private ServletFamily() {}

    private static void servlet(WovenClass servlet, String api) {
        WovenMethod service = servlet.methods(
                        "service", parameters -> parameters[0].getInternalName().equals(api + "ServletRequest"))
                .get(0);
        Insert owner = service.argument(0);
        int slot = service.newSlot();
        // request and response are on the stack
        Insert begin = second().store(slot)
                .and(owner)
                .and(answer(slot, api, "getMethod"))
                .and(answer(slot, api, "getServletPath"))
                .and(answer(slot, api, "getPathInfo"))
                .and(answer(slot, api, "getRequestURI"))
                .call(Hook.SERVING);
        // a framework's servlet knows the route only now
        Insert routed = owner.and(text(SPRINGS_ROUTE)).call(Hook.ROUTED);
        service.aroundCalls(
                Calls.named("service"),
                begin,
                routed.and(owner).call(Hook.END),
                routed.and(owner.andTop()).call(Hook.SERVING_FAILED));
    }

    private static Insert answer(int request, String api, String method) {
        return local(request).invokeInterface(api + "http/HttpServletRequest", method, "()Ljava/lang/String;");
    }
}
