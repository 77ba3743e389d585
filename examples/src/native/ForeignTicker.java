import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Callbacks;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;

/**
 * The same native library through the foreign function API, from JDK 22 on: {@code java --enable-native-access=ALL-UNNAMED
 * -cp longstack-runtime.jar:longstack-events.jar ForeignTicker.java LIBRARY TICKS}.
 */
public final class ForeignTicker {
    public static void main(String[] args) throws Throwable {
        try (Arena arena = Arena.ofShared()) {
            Linker linker = Linker.nativeLinker();
            SymbolLookup library = SymbolLookup.libraryLookup(Path.of(args[0]), arena);
            // in the order of the struct: an owner, six calls, and nothing around the thread
            MethodHandle[] upcalls = {
                find("created", long.class, MemorySegment.class, MemorySegment.class),
                find("begin", void.class, MemorySegment.class, long.class),
                find("end", void.class, MemorySegment.class, long.class),
                find("released", void.class, MemorySegment.class, long.class),
                find("hint", void.class, MemorySegment.class, MemorySegment.class, MemorySegment.class),
                find("tick", void.class, MemorySegment.class, int.class)
            };
            MemorySegment calls = arena.allocate(ValueLayout.ADDRESS, 9);
            for (int i = 0; i < upcalls.length; i++) {
                MemorySegment stub = linker.upcallStub(upcalls[i], descriptor(upcalls[i].type()), arena);
                calls.setAtIndex(ValueLayout.ADDRESS, i + 1, stub);
            }
            MethodHandle run = linker.downcallHandle(
                    library.find("ticker_run").orElseThrow(),
                    FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            AsyncContext request = AsyncContext.request("GET /ticks");
            try (Scope scope = request.beginRun()) {
                System.out.println("request " + request.id());
                run.invokeExact(calls, Integer.parseInt(args[1]));
            }
        }
    }

    static long created(MemorySegment owner, MemorySegment operation) {
        return Callbacks.created(text(operation));
    }

    static void begin(MemorySegment owner, long id) {
        Callbacks.begin(id);
    }

    static void end(MemorySegment owner, long id) {
        Callbacks.end(id);
    }

    static void released(MemorySegment owner, long id) {
        Callbacks.released(id);
    }

    static void hint(MemorySegment owner, MemorySegment name, MemorySegment details) {
        Callbacks.hint(text(name), text(details));
    }

    static void tick(MemorySegment owner, int number) {
        System.out.println(
                "tick " + number + " in " + AsyncContext.currentOperation() + " of " + AsyncContext.currentParentId());
    }

    private static String text(MemorySegment pointer) {
        return pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }

    private static MethodHandle find(String name, Class<?> result, Class<?>... parameters)
            throws ReflectiveOperationException {
        return MethodHandles.lookup()
                .findStatic(ForeignTicker.class, name, MethodType.methodType(result, parameters));
    }

    private static FunctionDescriptor descriptor(MethodType type) {
        ValueLayout[] parameters =
                type.parameterList().stream().map(ForeignTicker::layout).toArray(ValueLayout[]::new);
        return type.returnType() == void.class
                ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(type.returnType()), parameters);
    }

    private static ValueLayout layout(Class<?> type) {
        return type == long.class
                ? ValueLayout.JAVA_LONG
                : type == int.class ? ValueLayout.JAVA_INT : ValueLayout.ADDRESS;
    }
}
