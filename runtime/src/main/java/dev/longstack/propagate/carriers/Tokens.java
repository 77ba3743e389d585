package dev.longstack.propagate.carriers;

import dev.longstack.record.ContextToken;
import dev.longstack.record.ThreadState;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Where an object's token is: in the object itself, or beside it. Any thread. */
public final class Tokens {
    private static final SideTable BESIDE = new SideTable();

    private Tokens() {}

    public static void put(Object object, ContextToken token) {
        if (object instanceof TokenCarrier carrier) {
            carrier.longstackToken(token);
        } else if (!JdkFields.get().token(object, token)) {
            BESIDE.put(object, token);
        }
    }

    /** Takes the token away, since the next run of the object may be another context's; null for none. */
    public static @Nullable ContextToken take(Object object) {
        // most JVMs never record
        return ThreadState.wasEverUsed() ? takeFromAnywhere(object) : null;
    }

    private static @Nullable ContextToken takeFromAnywhere(Object object) {
        if (object instanceof TokenCarrier carrier) {
            ContextToken token = carrier.longstackToken();
            if (token != null) {
                carrier.longstackToken(null);
            }
            return token;
        }
        Object carried = JdkFields.get().token(object);
        if (carried instanceof ContextToken token) {
            boolean ignored = JdkFields.get().token(object, null);
            return token;
        }
        return carried == null ? null : BESIDE.take(object);
    }

    /** A queue's node or a worker takes the token of its task along; false where it can't. */
    public static boolean carry(Object carrier, ContextToken token) {
        if (carrier instanceof TokenCarrier ofLibrary) {
            ofLibrary.longstackToken(token);
            return true;
        }
        return JdkFields.get().token(carrier, token);
    }

    /** Takes that token away; null for none. */
    public static @Nullable ContextToken takeCarried(Object carrier) {
        if (carrier instanceof TokenCarrier ofLibrary) {
            ContextToken token = ofLibrary.longstackToken();
            ofLibrary.longstackToken(null);
            return token;
        }
        if (JdkFields.get().token(carrier) instanceof ContextToken token) {
            boolean ignored = JdkFields.get().token(carrier, null);
            return token;
        }
        return null;
    }

    /** The token of an object that got it at construction and begins its run itself; null for any other object. */
    public static @Nullable ContextToken ofItsOwn(Object object) {
        if (object instanceof TokenCarrier carrier) {
            return carrier.longstackToken();
        }
        Object carried = JdkFields.get().token(object);
        if (carried instanceof ContextToken token) {
            return token;
        }
        boolean beside = carried != null && (object instanceof Future || object instanceof AsynchronousCompletionTask);
        return beside ? BESIDE.oldest(object) : null;
    }

    /** The token of an object that can't carry one and runs more than once; it stays. */
    public static @Nullable ContextToken beside(Object object) {
        return BESIDE.oldest(object);
    }

    /** Takes that token away; null for none. */
    public static @Nullable ContextToken takeBeside(Object object) {
        return BESIDE.take(object);
    }

    public static long countBeside() {
        return BESIDE.size();
    }
}
