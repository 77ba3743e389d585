package dev.longstack.agent.weave;

import dev.longstack.record.Faults;
import dev.longstack.record.PeriodicEvents;
import dev.longstack.record.Settings;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.HashMap;
import java.util.Map;
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
        PeriodicEvents.nameFamilies(families.toString());
        PeriodicEvents.install();
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
