package dev.longstack.agent.jdk.queues;

import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Patterns;
import dev.longstack.agent.weave.WovenClass;
import java.util.List;
import java.util.Map;

/**
 * Queues: a task that takes an element out of one may be a loop that works for anybody, so what it creates from then on has an
 * unknown parent. ArrayDeque, LinkedList and PriorityQueue have many other uses: of them only elements that can be run count.
 */
public final class QueuesFamily {
    private static final String CONCURRENT = "java/util/concurrent/";

    /** The methods through which every element leaves that is handed out one by one. */
    private static final Map<String, List<String>> TAKING = Map.of(
            "LinkedBlockingQueue", List.of("dequeue"),
            "ArrayBlockingQueue", List.of("dequeue"),
            "LinkedBlockingDeque", List.of("unlinkFirst", "unlinkLast"),
            "PriorityBlockingQueue", List.of("dequeue"),
            "DelayQueue", List.of("take", "poll"),
            "SynchronousQueue", List.of("take", "poll"),
            "LinkedTransferQueue", List.of("take", "poll"),
            "ConcurrentLinkedQueue", List.of("poll"),
            "ConcurrentLinkedDeque", List.of("pollFirst", "pollLast"));

    /** Where several leave at a time without passing through those. */
    private static final List<String> DRAINED = List.of("LinkedBlockingQueue", "ArrayBlockingQueue", "DelayQueue");

    private static final Map<String, List<String>> TASKS = Map.of(
            "java/util/ArrayDeque", List.of("pollFirst", "pollLast"),
            "java/util/LinkedList", List.of("unlinkFirst", "unlinkLast"),
            "java/util/PriorityQueue", List.of("poll"));

    public static final Family FAMILY = declaration().declared();

    private QueuesFamily() {}

    private static Family.Declaration declaration() {
        Family.Declaration family =
                Family.named("queues", "loops that take work from a queue: what they create has an unknown parent");
        TAKING.forEach((type, methods) -> family.weaves(CONCURRENT + type, queue -> takes(queue, methods)));
        DRAINED.forEach(type -> family.weaves(CONCURRENT + type, QueuesFamily::drains));
        TASKS.forEach((type, methods) -> family.weaves(type, queue -> takesTasks(queue, methods)));
        return family;
    }

    private static void takes(WovenClass queue, List<String> methods) {
        methods.forEach(name -> queue.methods(name).stream()
                .filter(method -> !method.isBridge())
                .forEach(Patterns::takesElement));
    }

    private static void drains(WovenClass queue) {
        queue.methods("drainTo", parameters -> parameters.length == 2)
                .forEach(method -> method.beforeReturn(top().call(Hook.TOOK_ELEMENTS)));
    }

    private static void takesTasks(WovenClass queue, List<String> methods) {
        methods.forEach(name -> queue.methods(name).stream()
                .filter(method -> !method.isBridge())
                .forEach(Patterns::takesTask));
    }
}
