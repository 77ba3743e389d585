package dev.longstack.agent.library.servlet;

import static dev.longstack.agent.weave.Insert.local;
import static dev.longstack.agent.weave.Insert.second;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;

/** Servlets: the call of the typed {@code service} in the untyped one is a request, named by its method and servlet path. */
public final class ServletFamily {
    private static final String JAKARTA = "jakarta/servlet/";
    private static final String JAVAX = "javax/servlet/";

    public static final Family FAMILY = Family.named("servlet", "requests of servlets, `jakarta` and `javax`")
            .weaves(JAKARTA + "http/HttpServlet", servlet -> servlet(servlet, JAKARTA))
            .weaves(JAVAX + "http/HttpServlet", servlet -> servlet(servlet, JAVAX))
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
                .and(answer(slot, api, "getRequestURI"))
                .call(Hook.BEGIN_REQUEST);
        Run.of(owner, begin).aroundCalls(service, Calls.named("service"));
    }

    private static Insert answer(int request, String api, String method) {
        return local(request).invokeInterface(api + "http/HttpServletRequest", method, "()Ljava/lang/String;");
    }
}
