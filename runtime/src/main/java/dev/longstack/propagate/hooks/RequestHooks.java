package dev.longstack.propagate.hooks;

import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.Request.Named;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Called where a unit of work begins: an HTTP exchange, a servlet's service method. */
public final class RequestHooks {
    private RequestHooks() {}

    /** Whether a request's name is worth asking for. */
    public static boolean on() {
        return Recorder.on();
    }

    /**
     * A request begins; the same owner inside itself (a forward, a call of super) goes on with the same request.
     *
     * @param path what was asked for, without the query, which may hold secrets; null for unknown
     */
    public static void begin(Object owner, @Nullable String method, @Nullable String path) {
        try {
            ThreadState state = ThreadState.current();
            if (Runs.reenter(state, owner) || !Recorder.on()) {
                return;
            }
            String name = RequestNames.ofPath(method, path);
            Runs.begin(state, Creations.createRequest(state, name), owner);
            tellUri(state, method, path, name);
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** What was asked for, where the name does not say it. */
    static void tellUri(ThreadState state, @Nullable String method, @Nullable String path, String name) {
        if (path != null && Recorder.urisOn() && Recorder.hintsOn() && !name.equals(method + " " + path)) {
            Recorder.hint(state, "uri", path);
        }
    }

    /**
     * A servlet is about to serve a request; inside an exchange of a server that is woven it is the same request.
     *
     * @param servletPath what the servlet is mapped to, without the context's path
     * @param pathInfo the rest, where it is mapped to a prefix; null otherwise
     */
    public static void serving(
            Object owner,
            @Nullable String method,
            @Nullable String servletPath,
            @Nullable String pathInfo,
            @Nullable String uri) {
        try {
            ThreadState state = ThreadState.currentOrNull();
            if (state == null || !state.isInExchange()) {
                begin(owner, method, uri);
                state = ThreadState.currentOrNull();
            } else {
                nameByPath(state, method, uri);
            }
            if (state != null && pathInfo != null && servletPath != null && uri != null && !servletPath.isEmpty()) {
                int end = uri.indexOf(servletPath) + servletPath.length();
                String mapped = RequestNames.ofPath(method, uri.substring(0, Math.min(uri.length(), end)));
                rename(state, before -> RequestNames.canonical(mapped + "/*"), Named.BY_MAPPING);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The server did not know yet what was asked for, when it began. */
    private static void nameByPath(ThreadState state, @Nullable String method, @Nullable String uri) {
        if (state.renameRequest(before -> RequestNames.ofPath(method, uri), Named.BY_PATH) != null) {
            tellUri(state, method, uri, RequestNames.ofPath(method, uri));
        }
    }

    /** Where the name said what was asked for, a hint says it from now on. */
    private static void rename(ThreadState state, UnaryOperator<String> name, Named how) {
        String before = state.renameRequest(name, how);
        if (before != null && RequestNames.isWholePath(before) && !before.equals(name.apply(before))) {
            tellUri(state, null, before.substring(before.indexOf(' ') + 1), "");
        }
    }

    /** A framework may know the route of the request that runs here, and keep it in this attribute of the servlet's request. */
    public static void routed(Object request, String attribute) {
        try {
            ThreadState state = Recorder.on() ? ThreadState.currentOrNull() : null;
            if (state != null && Attributes.of(request, attribute) instanceof String route) {
                rename(
                        state,
                        before -> RequestNames.canonical(RequestNames.method(before) + " " + route),
                        Named.BY_ROUTE);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
