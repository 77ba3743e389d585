package dev.longstack.record;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Stands for an object in a map, weakly and by identity; equal to another key of the same object, and to its {@link Lookup}. */
public final class IdentityKey extends WeakReference<Object> {
    private final int hash;

    public IdentityKey(Object object, ReferenceQueue<Object> collected) {
        super(object, collected);
        this.hash = System.identityHashCode(object);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        Object object = get();
        if (object == null) {
            return false;
        }
        return other instanceof IdentityKey key
                ? key.get() == object
                : other instanceof Lookup lookup && lookup.object == object;
    }

    /** Finds what is kept for the object, and keeps nothing alive. */
    public record Lookup(Object object) {
        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof IdentityKey key ? key.get() == object : this == other;
        }
    }
}
