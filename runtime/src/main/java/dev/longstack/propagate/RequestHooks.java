package dev.longstack.propagate;

import dev.longstack.events.ContextKind;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Called where a unit of work begins: an HTTP exchange, a servlet's service method. */
public final class RequestHooks {
    private static final int MAX_NAMES = 2_000;
    private static final ConcurrentHashMap<String, String> NAMES = new ConcurrentHashMap<>();

    private RequestHooks() {}

    /** Whether a request's name is worth asking for. */
    public static boolean on() {
        return Recorder.on();
    }

    /**
     * A request begins; the same owner inside itself (a forward, a call of super) goes on with the same request.
     *
     * @param path the part of the name that has few values, such as the path of the handler; null for none
     * @param uri what was asked for, without the query, which may hold secrets; null for none
     */
    public static void begin(Object owner, @Nullable String method, @Nullable String path, @Nullable String uri) {
        try {
            ThreadState state = ThreadState.current();
            if (Recorder.reenter(state, owner) || !Recorder.on()) {
                return;
            }
            String name = canonical(method + " " + path);
            Recorder.begin(state, Recorder.create(state, ContextKind.REQUEST, name, null), owner);
            if (uri != null && !uri.equals(path) && Recorder.hintsOn()) {
                Recorder.hint(state, "uri", uri);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The same string for the same name, and one name for all that come after the first few thousand. */
    static String canonical(String name) {
        String known = NAMES.get(name);
        if (known != null) {
            return known;
        }
        if (NAMES.size() >= MAX_NAMES) {
            return name.substring(0, Math.max(0, name.indexOf(' '))) + " (other)";
        }
        NAMES.put(name, name);
        return name;
    }
}
