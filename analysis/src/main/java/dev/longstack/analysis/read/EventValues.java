package dev.longstack.analysis.read;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import jdk.jfr.EventType;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/**
 * The values of one event type, for reading millions; one thread.
 *
 * <p>The JDK looks each field up by comparing its name with all others. Where {@code jdk.jfr.consumer} is open to us, as the
 * command line's jar asks for, values are taken by their position; it is found with the first event, where the value there is
 * the one that the JDK tells, and not used where it isn't.
 */
final class EventValues {
    private static final @Nullable MethodHandle VALUES = find();
    private static final int BY_NAME = -1;
    /** Classes and threads of a chunk; a recording of more has chunks enough to begin anew. */
    private static final int MAX_CACHED = 100_000;

    private final String[] names;
    private final int[] positions;
    private final IdentityHashMap<Object, String> texts = new IdentityHashMap<>();
    private @Nullable EventType type;
    private Object[] current = {};
    private @Nullable RecordedEvent event;

    EventValues(String... names) {
        this.names = names;
        this.positions = new int[names.length];
    }

    private static @Nullable MethodHandle find() {
        try {
            return MethodHandles.privateLookupIn(RecordedObject.class, MethodHandles.lookup())
                    .findGetter(RecordedObject.class, "objects", Object[].class)
                    .asType(MethodType.methodType(Object[].class, RecordedEvent.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** The event that is asked about until the next one comes. */
    void read(RecordedEvent next) {
        event = next;
        current = all(next);
        if (next.getEventType() != type) {
            type = next.getEventType();
            texts.clear();
            findPositions(next);
        }
    }

    private static Object[] all(RecordedEvent event) {
        if (VALUES == null) {
            return new Object[0];
        }
        try {
            return (Object[]) VALUES.invokeExact(event);
        } catch (Throwable e) {
            throw new IllegalStateException("invariant: it only reads a field", e);
        }
    }

    /** The first fields, times, are kept elsewhere; the others must all be where they are expected. */
    private void findPositions(RecordedEvent first) {
        List<String> fields =
                first.getFields().stream().map(ValueDescriptor::getName).toList();
        int elsewhere = fields.size() - current.length;
        boolean asExpected = elsewhere >= 0 && current.length > 0;
        for (int i = elsewhere; i < fields.size() && asExpected; i++) {
            asExpected = Objects.equals(current[i - elsewhere], first.getValue(fields.get(i)));
        }
        for (int n = 0; n < names.length; n++) {
            int position = fields.indexOf(names[n]) - elsewhere;
            positions[n] = asExpected && position >= 0 ? position : BY_NAME;
        }
    }

    private @Nullable Object get(int n) {
        int position = positions[n];
        return position != BY_NAME
                ? current[position]
                : Objects.requireNonNull(event).getValue(names[n]);
    }

    long number(int n) {
        return get(n) instanceof Number number ? number.longValue() : 0;
    }

    @Nullable
    String text(int n) {
        return (String) get(n);
    }

    @Nullable
    String className(int n) {
        Object value = get(n);
        if (value == null) {
            return null;
        }
        String known = texts.get(value);
        return known != null ? known : remember(value, ((RecordedClass) value).getName());
    }

    /** As of {@link Fields#threadName}. */
    @Nullable
    String thread(int n) {
        Object value = get(n);
        if (value == null) {
            return null;
        }
        String known = texts.get(value);
        return known != null ? known : remember(value, Fields.threadName((RecordedThread) value));
    }

    private @Nullable String remember(Object value, @Nullable String text) {
        if (texts.size() == MAX_CACHED) {
            texts.clear();
        }
        if (text != null) {
            texts.put(value, text);
        }
        return text;
    }
}
