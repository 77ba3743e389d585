package dev.longstack.record;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a run hands on to the contexts that it creates, besides its id: values, the segments it is in, and who must not be told
 * of them. Immutable, so that children share it until somebody changes theirs; null stands for nothing at all.
 *
 * <p>It refers to no context: what hands it on for ever keeps no chain alive.
 */
public final class Inherited {
    private static final Object[] NO_VALUES = {};
    private static final Inherited NOTHING = new Inherited(NO_VALUES, null, null);

    /** Keys and values by turns: there are a few at the most. */
    private final Object[] values;

    final @Nullable Link segments;
    final @Nullable Link silenced;

    private Inherited(Object[] values, @Nullable Link segments, @Nullable Link silenced) {
        this.values = values;
        this.segments = segments;
        this.silenced = silenced;
    }

    /** A list that only grows at its head, the innermost. */
    record Link(Object what, @Nullable Link outer) {
        static boolean contains(@Nullable Link list, Object what) {
            for (Link each = list; each != null; each = each.outer) {
                if (each.what == what) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Inherited orNothing(@Nullable Inherited inherited) {
        return inherited == null ? NOTHING : inherited;
    }

    /** The value of the key, by identity; null for none. */
    static @Nullable Object value(@Nullable Inherited inherited, Object key) {
        if (inherited == null) {
            return null;
        }
        Object[] values = inherited.values;
        for (int i = 0; i < values.length; i += 2) {
            if (values[i] == key) {
                return values[i + 1];
            }
        }
        return null;
    }

    /** The same with this value; null takes the key away. */
    static @Nullable Inherited withValue(@Nullable Inherited inherited, Object key, @Nullable Object value) {
        Inherited before = orNothing(inherited);
        int at = 0;
        while (at < before.values.length && before.values[at] != key) {
            at += 2;
        }
        boolean there = at < before.values.length;
        Object[] values;
        if (value != null) {
            values = Arrays.copyOf(before.values, there ? before.values.length : at + 2);
            values[at] = key;
            values[at + 1] = value;
        } else if (there) {
            values = Arrays.copyOf(before.values, before.values.length - 2);
            System.arraycopy(before.values, at + 2, values, at, values.length - at);
        } else {
            return inherited;
        }
        return of(values, before.segments, before.silenced);
    }

    static Inherited withSegment(@Nullable Inherited inherited, Object segment) {
        Inherited before = orNothing(inherited);
        return new Inherited(before.values, new Link(segment, before.segments), before.silenced);
    }

    static @Nullable Inherited withSegments(@Nullable Inherited inherited, @Nullable Link segments) {
        Inherited before = orNothing(inherited);
        return of(before.values, segments, before.silenced);
    }

    static @Nullable Inherited withSilenced(@Nullable Inherited inherited, @Nullable Link silenced) {
        Inherited before = orNothing(inherited);
        return of(before.values, before.segments, silenced);
    }

    /** The same, of which these are not told either. */
    @SuppressWarnings("ReferenceEquality") // the lists share their tails
    static @Nullable Inherited alsoSilenced(@Nullable Inherited inherited, @Nullable Link others) {
        Link silenced = silencedOf(inherited);
        for (Link each = others; each != null; each = each.outer) {
            silenced = Link.contains(silenced, each.what) ? silenced : new Link(each.what, silenced);
        }
        return silenced == silencedOf(inherited) ? inherited : withSilenced(inherited, silenced);
    }

    private static @Nullable Inherited of(Object[] values, @Nullable Link segments, @Nullable Link silenced) {
        return values.length == 0 && segments == null && silenced == null
                ? null
                : new Inherited(values, segments, silenced);
    }

    /** The same without values and segments: who must not be told stays silenced also where nothing else is handed on. */
    static @Nullable Inherited silencedAlone(@Nullable Inherited inherited) {
        return inherited == null ? null : of(NO_VALUES, null, inherited.silenced);
    }

    static @Nullable Link segmentsOf(@Nullable Inherited inherited) {
        return inherited == null ? null : inherited.segments;
    }

    static @Nullable Link silencedOf(@Nullable Inherited inherited) {
        return inherited == null ? null : inherited.silenced;
    }
}
