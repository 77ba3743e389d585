package dev.longstack.agent.weave;

import dev.longstack.propagate.HandleHooks;
import dev.longstack.record.Faults;
import dev.longstack.record.PeriodicEvents;
import dev.longstack.record.Settings;
import dev.longstack.record.ThreadLocals;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Starts weaving. The transformer is in place before anything else is touched: what it misses must go by the side table.
 */
public final class AgentStart {
    private AgentStart() {}

    /** Called by name from {@code AgentMain}. */
    public static void start(String text, Instrumentation instrumentation) {
        Options options;
        try {
            options = Options.parse(text);
        } catch (IllegalArgumentException e) {
            System.err.println(
                    "[longstack] error: " + e.getMessage() + ". The agent stays off, the application runs on.");
            return;
        }
        Settings.use(options.settings());
        Map<String, Weaving> weavings = new HashMap<>();
        StringJoiner families = new StringJoiner(" ");
        for (Family family : options.families()) {
            family.classes().forEach((name, weaving) -> weavings.merge(name, weaving, Weaving::and));
            families.add(family.word());
        }
        boolean threads = options.families().contains(Family.THREADS);
        instrumentation.addTransformer(new Transformer(weavings, threads, options.verbose()), true);
        weaveLoadedClasses(instrumentation, weavings);
        if (options.families().contains(Family.VIRTUAL_THREADS)) {
            openThreadLocals(instrumentation);
        }
        if (options.families().contains(Family.HANDLES)) {
            HandleHooks.start();
        }
        PeriodicEvents.nameFamilies(families.toString());
        PeriodicEvents.install();
    }

    /** Where the JDK does not let us, tokens of virtual threads go beside. */
    private static void openThreadLocals(Instrumentation instrumentation) {
        try {
            instrumentation.redefineModule(
                    Object.class.getModule(),
                    Set.of(),
                    Map.of(),
                    Map.of("java.lang", Set.of(AgentStart.class.getModule())),
                    Set.of(),
                    Map.of());
            Method createMap = ThreadLocal.class.getDeclaredMethod("createMap", Thread.class, Object.class);
            createMap.setAccessible(true);
            ThreadLocals.use(MethodHandles.lookup()
                    .unreflect(createMap)
                    .asType(MethodType.methodType(void.class, ThreadLocal.class, Thread.class, Object.class)));
        } catch (ReflectiveOperationException | RuntimeException e) {
            Faults.swallow(e);
        }
    }

    private static void weaveLoadedClasses(Instrumentation instrumentation, Map<String, Weaving> weavings) {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (weavings.containsKey(loaded.getName().replace('.', '/'))) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
                    Faults.weavingFailed(loaded.getName());
                    System.err.println(
                            "[longstack] '" + loaded.getName() + "' could not be woven and stays as it was: " + e);
                }
            }
        }
    }
}
