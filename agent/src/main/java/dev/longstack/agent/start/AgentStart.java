package dev.longstack.agent.start;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.JdkAccess;
import dev.longstack.propagate.carriers.JdkFields;
import dev.longstack.record.Callers;
import dev.longstack.record.Faults;
import dev.longstack.record.NotInherited;
import dev.longstack.record.PeriodicEvents;
import dev.longstack.record.Settings;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Consumer;

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
                    "[longstack] error: " + e.getMessage() + ". The agent stays off; the application runs without it.");
            return;
        }
        Settings.use(options.settings());
        List<Family> families = options.families();
        Targets targets = new Targets(families);
        instrumentation.addTransformer(new Transformer(targets, new Completions(families), options.verbose()), true);
        Callers.follow(Families.takeTheirOwn());
        NotInherited.use(Families.ownWorkClasses());
        Set<String> loaded = loadedTargets(instrumentation, targets);
        JdkAccess.open(instrumentation);
        JdkFields.use(() -> JdkAccess.fields(targets.withMembers(loaded)));
        weaveLoadedClasses(instrumentation, targets);
        StringJoiner words = new StringJoiner(" ");
        for (Family family : families) {
            for (Consumer<Instrumentation> start : family.starts()) {
                start.accept(instrumentation);
            }
            words.add(family.word());
        }
        PeriodicEvents.nameFamilies(words.toString());
        PeriodicEvents.install();
    }

    /** They can take no members any more. */
    private static Set<String> loadedTargets(Instrumentation instrumentation, Targets targets) {
        Set<String> loaded = new HashSet<>();
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            String name = each.getName().replace('.', '/');
            if (targets.named(name) != null) {
                loaded.add(name);
            }
        }
        return loaded;
    }

    private static void weaveLoadedClasses(Instrumentation instrumentation, Targets targets) {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (targets.named(loaded.getName().replace('.', '/')) != null) {
                try {
                    instrumentation.retransformClasses(loaded);
                } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
                    Faults.weavingFailed(loaded.getName());
                    System.err.println(
                            "[longstack] '" + loaded.getName() + "' could not be woven; left unchanged: " + e);
                }
            }
        }
    }
}
