package dev.longstack.agent.start;

import dev.longstack.agent.weave.Family;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What waits for certain classes to be woven; each is done once. Any thread. */
final class Completions {
    private final List<Waiting> waiting = new ArrayList<>();

    Completions(List<Family> families) {
        for (Family family : families) {
            for (Family.Completion each : family.completions()) {
                waiting.add(new Waiting(new HashSet<>(each.classNames()), each.action()));
            }
        }
    }

    private record Waiting(Set<String> classNames, Runnable action) {}

    /** The class of this internal name is woven with all its members; it may have been before. */
    synchronized void woven(String className) {
        for (Waiting each : List.copyOf(waiting)) {
            each.classNames.remove(className);
            if (each.classNames.isEmpty()) {
                waiting.remove(each);
                each.action.run();
            }
        }
    }
}
