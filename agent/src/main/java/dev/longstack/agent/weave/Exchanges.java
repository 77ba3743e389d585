package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.nothing;
import static dev.longstack.agent.weave.Insert.text;

/** How servers work on HTTP exchanges: one exchange is one request, with a run each time that a thread works on it. */
public final class Exchanges {
    private Exchanges() {}

    /** The method works on a new exchange each time. */
    public static void enters(WovenMethod method, Insert exchange, Insert verb, Insert path) {
        around(method, exchange, exchange.and(verb).and(path).call(Hook.EXCHANGE_ENTERED));
    }

    /** The method works on an exchange for the first time, or goes on with it. */
    public static void entersOrResumes(WovenMethod method, Insert exchange, Insert verb, Insert path) {
        around(method, exchange, exchange.and(verb).and(path).call(Hook.EXCHANGE_WORKED_ON));
    }

    /** The same where nobody knows yet what was asked for. */
    public static void entersOrResumes(WovenMethod method, Insert exchange) {
        entersOrResumes(method, exchange, nothing(), nothing());
    }

    /** The method goes on with an exchange. */
    public static void resumes(WovenMethod method, Insert exchange) {
        around(method, exchange, exchange.call(Hook.EXCHANGE_RESUMED));
    }

    /** The method does what is left to be done for an exchange: its listeners hear of its end. */
    public static void completes(WovenMethod method, Insert exchange) {
        around(
                method,
                exchange,
                exchange.call(Hook.EXCHANGE_RESUMED).and(exchange).call(Hook.EXCHANGE_ENDED));
    }

    private static void around(WovenMethod method, Insert exchange, Insert begin) {
        Run.of(exchange, begin)
                .endedBy(Hook.EXCHANGE_LEFT, Hook.EXCHANGE_LEFT_FAILED)
                .aroundBody(method);
    }

    /** The method is called when the exchange is over. */
    public static void ends(WovenMethod method, Insert exchange) {
        method.atEntry(exchange.call(Hook.EXCHANGE_ENDED));
    }

    /**
     * From this constructor on the exchange ends twice: once for the server, and once when its listeners have heard of it.
     *
     * @param already not null where it was said before
     */
    public static void endsTwice(WovenMethod constructor, Insert exchange, Insert already) {
        constructor.beforeReturn(exchange.and(already).call(Hook.EXCHANGE_ENDS_TWICE));
    }

    /** An {@code AsyncContext}: what it is given to run later is a step; nobody but the server sees it before it runs. */
    public static void asynchronous(WovenClass context) {
        WovenMethod start = context.method("start");
        start.replaceArgument(0, text("AsyncContext.start"), Hook.RUNS_LATER);
    }
}
