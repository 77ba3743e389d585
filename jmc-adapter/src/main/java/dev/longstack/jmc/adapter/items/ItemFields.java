package dev.longstack.jmc.adapter.items;

import dev.longstack.analysis.source.EventFields;
import dev.longstack.analysis.source.EventSink;
import dev.longstack.analysis.source.StackLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCMethod;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.IMCType;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.IUnit;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;

/**
 * The values of one item at a time, of one type, in the forms of {@link EventSink}; one thread. What Mission Control makes of a
 * damaged file may be missing, of another class, or fail when it is asked: such a value is unknown.
 */
public final class ItemFields implements EventFields {
    private final Map<String, IMemberAccessor<?, IItem>> accessors = new HashMap<>();
    private final @Nullable IMemberAccessor<?, IItem> start;
    private final @Nullable IMemberAccessor<?, IItem> end;
    private final @Nullable IMemberAccessor<?, IItem> eventThread;
    private final @Nullable IMemberAccessor<?, IItem> stackTrace;
    private final IdentityHashMap<IMCThread, String> threadNames = new IdentityHashMap<>();
    /** What was asked for of the item before, in its order: the next item is asked for the same. */
    private final List<Field> asked = new ArrayList<>();

    private int nextAsked;
    private @Nullable IItem item;
    private long failures;

    private record Field(String name, @Nullable IMemberAccessor<?, IItem> accessor) {}

    /** Of items of this type. */
    public ItemFields(IType<IItem> type) {
        for (IAccessorKey<?> key : type.getAccessorKeys().keySet()) {
            accessors.put(key.getIdentifier(), type.getAccessor(key));
        }
        start = JfrAttributes.START_TIME.getAccessor(type);
        end = JfrAttributes.END_TIME.getAccessor(type);
        eventThread = JfrAttributes.EVENT_THREAD.getAccessor(type);
        stackTrace = JfrAttributes.EVENT_STACKTRACE.getAccessor(type);
    }

    /** The item that is asked about until the next one comes. */
    public void read(@Nullable IItem next) {
        failures += next == null ? 1 : 0;
        item = next;
        nextAsked = 0;
    }

    /** How many values could not be had. */
    long failures() {
        return failures;
    }

    private @Nullable Object get(@Nullable IMemberAccessor<?, IItem> accessor) {
        IItem asked = item;
        return accessor == null || asked == null ? null : tried(() -> accessor.getMember(asked));
    }

    /** Null where Mission Control fails at it. */
    private <T> @Nullable T tried(Supplier<@Nullable T> value) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            failures++;
            return null;
        }
    }

    private @Nullable Object get(String name) {
        int position = nextAsked++;
        if (position < asked.size()) {
            Field field = asked.get(position);
            if (field.name().equals(name)) {
                return get(field.accessor());
            }
        }
        Field field = new Field(name, accessors.get(name));
        if (position < asked.size()) {
            asked.set(position, field);
        } else {
            asked.add(field);
        }
        return get(field.accessor());
    }

    @Override
    public long startNanos() {
        return nanos(get(start), UnitLookup.EPOCH_NS);
    }

    @Override
    public long endNanos() {
        return nanos(get(end), UnitLookup.EPOCH_NS);
    }

    private static long nanos(@Nullable Object value, IUnit unit) {
        if (value instanceof IQuantity quantity
                && quantity.getUnit().getContentType().equals(unit.getContentType())) {
            return quantity.clampedLongValueIn(unit);
        }
        return EventSink.UNKNOWN;
    }

    @Override
    public long number(String name) {
        Object value = get(name);
        if (value instanceof IQuantity quantity) {
            return quantity.longValue();
        }
        return value instanceof Number number ? number.longValue() : 0;
    }

    @Override
    public long span(String name) {
        return nanos(get(name), UnitLookup.NANOSECOND);
    }

    @Override
    public boolean flag(String name) {
        return get(name) instanceof Boolean flag && flag;
    }

    @Override
    public @Nullable String text(String name) {
        Object value = get(name);
        return value == null ? null : tried(value::toString);
    }

    @Override
    public @Nullable String className(String name) {
        return get(name) instanceof IMCType type ? tried(type::getFullName) : null;
    }

    @Override
    public @Nullable String thread(String name) {
        return get(name) instanceof IMCThread thread ? threadName(thread) : null;
    }

    @Override
    public @Nullable String eventThread() {
        return get(eventThread) instanceof IMCThread thread ? threadName(thread) : null;
    }

    private String threadName(IMCThread thread) {
        return threadNames.computeIfAbsent(thread, each -> {
            String name = each.getThreadName();
            return (name == null ? "" : name) + "#" + each.getThreadId();
        });
    }

    @Override
    public @Nullable String stack() {
        return tried(() -> lines(new StackLines()));
    }

    /** The stack with the recorder's own frames; null for none. */
    public @Nullable String wholeStack() {
        return tried(() -> lines(StackLines.withOwnFrames()));
    }

    private @Nullable String lines(StackLines lines) {
        if (!(get(stackTrace) instanceof IMCStackTrace stack)) {
            return null;
        }
        for (IMCFrame frame : stack.getFrames()) {
            IMCMethod method = frame.getMethod();
            if (method != null) {
                Integer line = frame.getFrameLineNumber();
                lines.add(name(method.getType()), method.getMethodName(), line == null ? -1 : line);
            }
        }
        return lines.toString();
    }

    private static String name(@Nullable IMCType type) {
        String name = type == null ? null : type.getFullName();
        return name == null ? "unknown" : name;
    }
}
