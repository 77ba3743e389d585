package dev.longstack.propagate;

import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
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
            if (path != null && !name.equals(method + " " + path) && Recorder.urisOn() && Recorder.hintsOn()) {
                Recorder.hint(state, "uri", path);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
