package dev.longstack.propagate;

import dev.longstack.record.ContextToken;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Where an object's token is: in the object itself, or beside it. Any thread. */
final class Tokens {
    private static final SideTable BESIDE = new SideTable();

    private Tokens() {}

    static void put(Object object, ContextToken token) {
        if (object instanceof TokenCarrier carrier) {
            carrier.longstackToken(token);
        } else {
            BESIDE.put(object, token);
        }
    }

    /** The token; null for none. What is beside is taken away, since the next run of the object may be another context's. */
    static @Nullable ContextToken take(Object object) {
        return object instanceof TokenCarrier carrier ? carrier.longstackToken() : BESIDE.take(object);
    }

    /** The token of an object that got it at construction and begins its run itself; null for any other object. */
    static @Nullable ContextToken ofItsOwn(Object object) {
        if (object instanceof TokenCarrier carrier) {
            return carrier.longstackToken();
        }
        return object instanceof Future || object instanceof AsynchronousCompletionTask ? BESIDE.oldest(object) : null;
    }

    static long countBeside() {
        return BESIDE.size();
    }
}
