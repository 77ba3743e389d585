package dev.longstack.record;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A registered interceptor: runs around what is created where it holds, which is everywhere or in the segments of a name. Only
 * who registered it has the object, so nobody else can call, replace or remove it. Any thread.
 */
public final class BoundInterceptor {
    private static final BoundInterceptor[] NONE = {};
    private static final ConcurrentHashMap<String, Place> SEGMENTS = new ConcurrentHashMap<>();
    private static final Place EVERYWHERE = new Place();

    private static int count;
    private static boolean present;

    private final Place place;
    private final boolean arguments;

    /** Is given what runs ({@code {token, task}}) and what goes on with it; throws whatever it likes. */
    final BiFunction<Object[], Callable<Object>, Object> code;

    private BoundInterceptor(Place place, boolean arguments, BiFunction<Object[], Callable<Object>, Object> code) {
        this.place = place;
        this.arguments = arguments;
        this.code = code;
    }

    /** Where interceptors are bound. */
    private static final class Place {
        private volatile BoundInterceptor[] bound = NONE;
    }

    /** From now on it runs around what begins in this segment, or anywhere if there is none. */
    public static synchronized BoundInterceptor add(
            @Nullable String segment, boolean arguments, BiFunction<Object[], Callable<Object>, Object> code) {
        BoundInterceptor added = new BoundInterceptor(segment == null ? EVERYWHERE : place(segment), arguments, code);
        BoundInterceptor[] before = added.place.bound;
        BoundInterceptor[] longer = Arrays.copyOf(before, before.length + 1);
        longer[before.length] = added;
        added.place.bound = longer;
        count++;
        present = true;
        Observers.added();
        if (arguments) {
            Arguments.wanted(true);
        }
        return added;
    }

    /** It runs around nothing that begins from now on. Again: nothing. */
    public void remove() {
        synchronized (BoundInterceptor.class) {
            BoundInterceptor[] before = place.bound;
            BoundInterceptor[] shorter =
                    Arrays.stream(before).filter(each -> each != this).toArray(BoundInterceptor[]::new);
            if (shorter.length == before.length) {
                return;
            }
            place.bound = shorter;
            count--;
            present = count > 0;
        }
        Observers.removed();
        if (arguments) {
            Arguments.wanted(false);
        }
    }

    /** Stands for the segments of this name among what is inherited. */
    static Object segment(String name) {
        return place(name);
    }

    private static Place place(String segment) {
        return SEGMENTS.computeIfAbsent(segment, name -> new Place());
    }

    /** Whether there is any interceptor at all: a plain field, as in {@link Observers}. */
    static boolean present() {
        return present;
    }

    /** Those that hold for what was created with this, outermost first. */
    static BoundInterceptor[] of(@Nullable Inherited inherited) {
        Inherited.Link silenced = Inherited.silencedOf(inherited);
        int length = 0;
        BoundInterceptor[] found =
                new BoundInterceptor[count(Inherited.segmentsOf(inherited)) + EVERYWHERE.bound.length];
        for (BoundInterceptor each : EVERYWHERE.bound) {
            length = add(found, length, each, silenced);
        }
        length = addSegments(found, length, Inherited.segmentsOf(inherited), silenced);
        return length == found.length ? found : Arrays.copyOf(found, length);
    }

    private static int count(Inherited.@Nullable Link segments) {
        int sum = 0;
        for (Inherited.Link each = segments; each != null; each = each.outer()) {
            sum += ((Place) each.what()).bound.length;
        }
        return sum;
    }

    /** From the outermost to the innermost, without recursion: segments are nested a few deep, so looking again is cheap. */
    private static int addSegments(
            BoundInterceptor[] found, int from, Inherited.@Nullable Link segments, Inherited.@Nullable Link silenced) {
        int length = from;
        for (int depth = depth(segments); depth > 0; depth--) {
            Inherited.Link each = segments;
            for (int i = 1; i < depth && each != null; i++) {
                each = each.outer();
            }
            for (BoundInterceptor bound : each == null ? NONE : ((Place) each.what()).bound) {
                length = add(found, length, bound, silenced);
            }
        }
        return length;
    }

    private static int depth(Inherited.@Nullable Link list) {
        int depth = 0;
        for (Inherited.Link each = list; each != null; each = each.outer()) {
            depth++;
        }
        return depth;
    }

    /** One that is registered while this runs may find no room; it holds from the next run on. */
    private static int add(
            BoundInterceptor[] found, int length, BoundInterceptor each, Inherited.@Nullable Link silenced) {
        if (length == found.length || Inherited.Link.contains(silenced, each)) {
            return length;
        }
        found[length] = each;
        return length + 1;
    }
}
