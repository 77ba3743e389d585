package dev.longstack.agent.start;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Match;
import dev.longstack.agent.weave.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all woven families weave, by the names that the JVM tells. Immutable. */
final class Targets {
    private final Map<String, Target> byName = new HashMap<>();
    private final Map<String, Target> bySuperclass = new HashMap<>();

    Targets(List<Family> families) {
        for (Family family : families) {
            for (Target target : family.targets()) {
                if (target.match() instanceof Match.Named named) {
                    add(byName, named.className(), target);
                } else if (target.match() instanceof Match.Subclasses subclasses) {
                    add(bySuperclass, subclasses.superclass(), target);
                }
            }
        }
    }

    /** Two families, or two declarations of one, may need the same class. */
    private static void add(Map<String, Target> targets, String name, Target target) {
        Target other = targets.get(name);
        targets.put(name, other == null ? target : other.and(target));
    }

    /** The classes, by internal name, that get members, but for these. */
    Set<String> withMembers(Set<String> but) {
        Set<String> names = new HashSet<>();
        byName.forEach((name, target) -> {
            if (!target.members().isEmpty() && !but.contains(name)) {
                names.add(name);
            }
        });
        return names;
    }

    @Nullable
    Target named(String className) {
        return byName.get(className);
    }

    @Nullable
    Target extending(@Nullable String superclass) {
        return bySuperclass.get(superclass);
    }

    /** Whether any class may be a target, whatever its name. */
    boolean goBySuperclass() {
        return !bySuperclass.isEmpty();
    }
}
