package dev.longstack.jmc.adapter.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.EventHandlers;
import dev.longstack.analysis.source.EventSink;
import dev.longstack.events.EventNames;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmc.common.IMCFrame;
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.unit.ContentType;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;

/** Items as a damaged file makes them: every value is missing, foreign, or fails when it is asked. */
class ItemFieldsTest {
    private static final List<String> NAMES = List.of("contextId", "parentId", "runningTime", "queueTime", "operation");

    /** What an accessor answers. */
    interface Value {
        @Nullable
        Object get();
    }

    static Stream<Value> damaged() {
        return Stream.of(
                () -> null,
                () -> "text",
                () -> 17,
                Object::new,
                () -> UnitLookup.BYTE.quantity(5),
                () -> UnitLookup.EPOCH_NS.quantity(Long.MAX_VALUE),
                () -> UnitLookup.NANOSECOND.quantity(Long.MIN_VALUE),
                () -> stack(null),
                () -> stack(Arrays.asList((IMCFrame) null)),
                () -> {
                    throw new ClassCastException("as Mission Control's own accessors do");
                });
    }

    private static IMCStackTrace stack(@Nullable List<IMCFrame> frames) {
        return fake(IMCStackTrace.class, Map.of("getFrames", args -> frames));
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void whateverAnItemHoldsAModelIsMade(Value value) {
        Linker linker = new Linker();
        EventHandlers handlers = new EventHandlers(linker);
        ItemFields fields = new ItemFields(type(value));
        for (String type : List.of(
                EventNames.CONTEXT_CREATION,
                EventNames.CONTEXT_INVOCATION,
                EventNames.CONTEXT_RELEASE,
                EventNames.ACTIVE_INVOCATION,
                EventNames.CALL_SITE,
                EventNames.HINT,
                EventNames.OPEN_REQUEST,
                EventNames.DROPPED,
                EventNames.CONFIGURATION,
                "jdk.JVMInformation",
                "jdk.ThreadPark")) {
            fields.read(fake(IItem.class, Map.of()));
            handlers.accept(type, fields);
            fields.read(null);
            handlers.accept(type, fields);
        }
        Model model = linker.link();
        assertThat(model.rest().eventCounts()).containsEntry(EventNames.HINT, 2L);
        assertThat(model.rest().issues()).as("none passes for sound").isNotEmpty();
    }

    @Test
    void whatFailsOrIsNoItemIsCounted() {
        ItemFields fields = new ItemFields(type(() -> {
            throw new IllegalStateException();
        }));
        fields.read(null);
        fields.read(fake(IItem.class, Map.of()));
        assertThat(fields.number("contextId")).isZero();
        assertThat(fields.startNanos()).isEqualTo(EventSink.UNKNOWN);
        assertThat(fields.failures()).isEqualTo(3);
    }

    @Test
    void aQuantityOfAnotherKindIsNoTime() {
        ItemFields fields = new ItemFields(type(() -> UnitLookup.BYTE.quantity(5)));
        fields.read(fake(IItem.class, Map.of()));
        assertThat(fields.startNanos()).isEqualTo(EventSink.UNKNOWN);
        assertThat(fields.span("queueTime")).isEqualTo(EventSink.UNKNOWN);
    }

    /** Each of its accessors answers with the value. */
    @SuppressWarnings("unchecked")
    private static IType<IItem> type(Value value) {
        IMemberAccessor<Object, IItem> accessor = item -> value.get();
        Map<IAccessorKey<?>, Object> keys = new HashMap<>();
        Stream.concat(
                        NAMES.stream(),
                        Stream.of(
                                JfrAttributes.START_TIME.getIdentifier(),
                                JfrAttributes.END_TIME.getIdentifier(),
                                JfrAttributes.EVENT_THREAD.getIdentifier(),
                                JfrAttributes.EVENT_STACKTRACE.getIdentifier()))
                .forEach(name -> keys.put(key(name), name));
        return fake(
                IType.class,
                Map.of("getAccessorKeys", args -> keys, "getAccessor", args -> accessor, "hasAttribute", args -> true));
    }

    private static IAccessorKey<?> key(String name) {
        ContentType<?> contentType = UnitLookup.NUMBER;
        return fake(IAccessorKey.class, Map.of("getIdentifier", args -> name, "getContentType", args -> contentType));
    }

    /** Answers of an interface, by the names of its methods. */
    interface Answer {
        @Nullable
        Object to(@Nullable Object @Nullable [] arguments);
    }

    private static <T> T fake(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Answer answer = answers.get(method.getName());
            if (answer != null) {
                return answer.to(args);
            }
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> args != null && self == args[0];
                case "toString" -> type.getSimpleName();
                default -> null;
            };
        }));
    }
}
