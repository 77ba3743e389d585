package dev.longstack.analysis.read;

import dev.longstack.analysis.source.EventFields;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/**
 * The values of the events of one type, for reading millions; one thread.
 *
 * <p>The JDK looks each field up by comparing its name with all others. Where {@code jdk.jfr.consumer} is open to us, as the
 * command line's jar asks for, values are taken by their position: the first event of a type is read both ways, and if any
 * value differs the names are used.
 */
final class EventValues implements EventFields {
    private static final @Nullable MethodHandle VALUES = find();
    /** Classes and threads of a chunk; a recording of more has chunks enough to begin anew. */
    private static final int MAX_CACHED = 100_000;

    private static final int BY_NAME = -1;
    /** An older recorder's events lack a field that ours have. */
    private static final int ABSENT = -2;

    private final IdentityHashMap<Object, String> texts = new IdentityHashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> fields = new HashSet<>();
    private final @Nullable String[] asked = new String[32];
    private final int[] askedPositions = new int[32];
    private int cursor;
    private @Nullable EventType type;
    private boolean known;
    private boolean hasThread;
    private Object[] current = {};
    private @Nullable RecordedEvent event;

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
        cursor = 0;
        if (VALUES != null) {
            current = all(VALUES, next);
        }
        if (next.getEventType() != type) {
            type = next.getEventType();
            known = false;
        }
    }

    private static Object[] all(MethodHandle values, RecordedEvent event) {
        try {
            return (Object[]) values.invokeExact(event);
        } catch (Throwable e) {
            throw new IllegalStateException("invariant: it only reads a field", e);
        }
    }

    private RecordedEvent event() {
        return Objects.requireNonNull(event);
    }

    /** The first fields, times, are kept elsewhere; the others must all be where they are expected. */
    private void findPositions() {
        known = true;
        texts.clear();
        positions.clear();
        Arrays.fill(asked, null);
        List<String> names =
                event().getFields().stream().map(ValueDescriptor::getName).toList();
        fields.clear();
        fields.addAll(names);
        hasThread = fields.contains("eventThread");
        int elsewhere = names.size() - current.length;
        if (elsewhere < 0 || current.length == 0) {
            return;
        }
        for (int i = elsewhere; i < names.size(); i++) {
            if (!Objects.equals(current[i - elsewhere], event().getValue(names.get(i)))) {
                positions.clear();
                return;
            }
            positions.put(names.get(i), i - elsewhere);
        }
    }

    private @Nullable Object get(String field) {
        if (!known) {
            findPositions();
        }
        int position = position(field);
        if (position == ABSENT) {
            return null;
        }
        return position != BY_NAME ? current[position] : event().getValue(field);
    }

    /** Fields are asked for in the same order for each event, by the same literals. */
    @SuppressWarnings("ReferenceEquality")
    private int position(String field) {
        int at = Math.min(cursor++, asked.length - 1);
        if (asked[at] != field) {
            asked[at] = field;
            askedPositions[at] = fields.contains(field) ? positions.getOrDefault(field, BY_NAME) : ABSENT;
        }
        return askedPositions[at];
    }

    @Override
    public long startNanos() {
        return Fields.startNanos(event());
    }

    @Override
    public long endNanos() {
        return Fields.endNanos(event());
    }

    @Override
    public @Nullable String eventThread() {
        if (!known) {
            findPositions();
        }
        return hasThread ? thread("eventThread") : null;
    }

    @Override
    public @Nullable String stack() {
        if (!(get("stackTrace") instanceof RecordedStackTrace value)) {
            return null;
        }
        String seen = texts.get(value);
        return seen != null ? seen : remember(value, Fields.stack(value));
    }

    @Override
    public long number(String field) {
        return get(field) instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public long span(String field) {
        return number(field);
    }

    @Override
    public @Nullable String text(String field) {
        return get(field) instanceof String text ? text : null;
    }

    @Override
    public boolean flag(String field) {
        return get(field) instanceof Boolean flag && flag;
    }

    @Override
    public @Nullable String className(String field) {
        if (!(get(field) instanceof RecordedClass value)) {
            return null;
        }
        String seen = texts.get(value);
        return seen != null ? seen : remember(value, value.getName());
    }

    /** As of {@link Fields#threadName}. */
    @Override
    public @Nullable String thread(String field) {
        if (!(get(field) instanceof RecordedThread value)) {
            return null;
        }
        String seen = texts.get(value);
        return seen != null ? seen : remember(value, Fields.threadName(value));
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
