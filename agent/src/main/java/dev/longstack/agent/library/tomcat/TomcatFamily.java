package dev.longstack.agent.library.tomcat;

import static dev.longstack.agent.weave.Insert.self;

import dev.longstack.agent.weave.Exchanges;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;

/**
 * Tomcat from 9 on: each exchange passes the adapter between connector and container, again for each asynchronous dispatch,
 * listener and error page. The connector's request stands for the exchange, until the container's is made ready for the next.
 */
public final class TomcatFamily {
    private static final String ADAPTER = "org/apache/catalina/connector/CoyoteAdapter";
    private static final String CONTAINERS = "org/apache/catalina/connector/Request";
    private static final String CONNECTORS = "org/apache/coyote/Request";
    private static final String ASYNCHRONOUS = "org/apache/catalina/core/AsyncContextImpl";
    private static final String BYTES = "org/apache/tomcat/util/buf/MessageBytes";

    public static final Family FAMILY = Family.named("tomcat", "HTTP exchanges of Tomcat, asynchronous ones too")
            .weaves(ADAPTER, TomcatFamily::adapter)
            .weaves(CONTAINERS, TomcatFamily::request)
            .weaves(ASYNCHRONOUS, Exchanges::asynchronous)
            .weaves(ASYNCHRONOUS, TomcatFamily::asynchronous)
            .declared();

    private TomcatFamily() {}

    private static void adapter(WovenClass adapter) {
        WovenMethod service = adapter.method("service");
        Insert request = service.argument(0);
        Exchanges.enters(service, request, text(request, "method"), text(request, "requestURI"));
        WovenMethod again = adapter.method("asyncDispatch");
        Exchanges.resumes(again, again.argument(0));
    }

    /** What the request says of itself. */
    private static Insert text(Insert request, String method) {
        return request.invoke(CONNECTORS, method, "()L" + BYTES + ";")
                .invoke(BYTES, "toString", "()Ljava/lang/String;");
    }

    private static void request(WovenClass request) {
        Exchanges.ends(request.method("recycle"), connectors(self()));
    }

    private static Insert connectors(Insert containers) {
        return containers.invoke(CONTAINERS, "getCoyoteRequest", "()L" + CONNECTORS + ";");
    }

    private static void asynchronous(WovenClass context) {
        Insert request = self().field(ASYNCHRONOUS, "request", "L" + CONTAINERS + ";");
        Exchanges.completes(context.method("fireOnComplete"), connectors(request));
    }
}
