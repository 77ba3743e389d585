package dev.longstack.propagate;

import dev.longstack.events.ContextKind;
import dev.longstack.events.Protocol;
import dev.longstack.events.ReleaseReason;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Parent;
import dev.longstack.record.Recorder;
import dev.longstack.record.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * What the public API calls, by name and with types of the JDK only: the API may have been loaded by a class loader or from a
 * module that can't see this class, and must act on the same current context as woven code. Changing a signature breaks the
 * APIs of other versions.
 */
public final class ApiEntry {
    private ApiEntry() {}

    public static long currentId() {
        ContextToken token = token();
        return token == null ? Protocol.NO_CONTEXT : token.contextId();
    }

    public static long currentParentId() {
        ContextToken token = token();
        return token == null ? Protocol.NO_CONTEXT : token.parent().contextId();
    }

    public static @Nullable String currentOperation() {
        ContextToken token = token();
        return token == null || !token.recorded() ? null : token.operation();
    }

    private static @Nullable ContextToken token() {
        ThreadState state = ThreadState.currentOrNull();
        return state == null ? null : state.token();
    }

    /** A new context below the current one; null where nothing is recorded. */
    public static @Nullable Object capture(String operation, @Nullable Class<?> taskClass) {
        return Recorder.on() ? Recorder.create(ThreadState.current(), ContextKind.TASK, operation, taskClass) : null;
    }

    /** A new context below the one with this id; null where nothing is recorded. */
    public static @Nullable Object captureChildOf(long parentId, String operation, @Nullable Class<?> taskClass) {
        if (!Recorder.on()) {
            return null;
        }
        return Recorder.create(ThreadState.current(), ContextKind.TASK, operation, taskClass, Parent.ofId(parentId));
    }

    /** A new request; null where nothing is recorded. */
    public static @Nullable Object request(String name) {
        return Recorder.on()
                ? Recorder.create(ThreadState.current(), ContextKind.REQUEST, RequestHooks.canonical(name), null)
                : null;
    }

    public static long idOf(@Nullable Object token) {
        return token == null ? Protocol.NO_CONTEXT : ((ContextToken) token).contextId();
    }

    /** A run begins on this thread; null does nothing. */
    public static void begin(@Nullable Object token, Object owner) {
        if (token != null) {
            Recorder.begin(ThreadState.current(), (ContextToken) token, owner);
        }
    }

    /** The run ends; an owner that has none on this thread does nothing. */
    public static void end(Object owner, @Nullable Throwable failure) {
        TaskHooks.endFailed(owner, failure);
    }

    /** It will not run: the word is one of {@link ReleaseReason}'s; an unknown one is {@code closed}. */
    public static void release(@Nullable Object token, String word) {
        if (token == null) {
            return;
        }
        ReleaseReason found = ReleaseReason.CLOSED;
        for (ReleaseReason reason : ReleaseReason.values()) {
            found = reason.word().equals(word) ? reason : found;
        }
        Recorder.release(ThreadState.current(), (ContextToken) token, found);
    }

    public static boolean hintsOn() {
        return Recorder.hintsOn();
    }

    public static void hint(String name, String details) {
        Recorder.hint(ThreadState.current(), name, details);
    }
}
