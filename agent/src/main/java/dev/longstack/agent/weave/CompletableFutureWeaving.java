package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.load;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.propagate.CompletionHooks;
import dev.longstack.propagate.ScheduleHooks;
import dev.longstack.propagate.TaskHooks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * CompletableFuture: its continuations are captured at construction. Where {@code tryFire} calls the user's function itself,
 * the run is around that call; where it hands the function to a method of the future, the token is armed before that method
 * and the run is around the call in there, since only then nobody else has claimed it.
 */
final class CompletableFutureWeaving {
    private static final String FUTURE = "java/util/concurrent/CompletableFuture";
    private static final String EXECUTOR = "Ljava/util/concurrent/Executor;";
    private static final String FUTURE_TYPE = "L" + FUTURE + ";";
    /** The methods that give a future its result. */
    private static final Set<String> COMPLETIONS =
            Set.of("internalComplete", "completeNull", "completeValue", "completeThrowable", "completeRelay");

    private static final Set<String> METHODS_WITH_FUNCTION =
            Set.of("uniWhenComplete", "uniHandle", "uniExceptionally", "biApply", "biAccept", "biRun");

    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("UniApply", "thenApply"),
            Map.entry("UniAccept", "thenAccept"),
            Map.entry("UniRun", "thenRun"),
            Map.entry("UniWhenComplete", "whenComplete"),
            Map.entry("UniHandle", "handle"),
            Map.entry("UniExceptionally", "exceptionally"),
            Map.entry("UniComposeExceptionally", "exceptionallyCompose"),
            Map.entry("UniCompose", "thenCompose"),
            Map.entry("BiApply", "thenCombine"),
            Map.entry("BiAccept", "thenAcceptBoth"),
            Map.entry("BiRun", "runAfterBoth"),
            Map.entry("OrApply", "applyToEither"),
            Map.entry("OrAccept", "acceptEither"),
            Map.entry("OrRun", "runAfterEither"));

    private CompletableFutureWeaving() {}

    static Map<String, Weaving> classes() {
        Map<String, Weaving> classes = new HashMap<>();
        OPERATIONS.forEach((type, operation) ->
                classes.put(FUTURE + "$" + type, woven -> continuation(woven, "CompletableFuture." + operation)));
        classes.put(FUTURE + "$UniCompletion", CompletableFutureWeaving::anyContinuation);
        classes.put(FUTURE + "$AsyncSupply", woven -> asynchronous(woven, "CompletableFuture.supplyAsync"));
        classes.put(FUTURE + "$AsyncRun", woven -> asynchronous(woven, "CompletableFuture.runAsync"));
        classes.put(FUTURE, CompletableFutureWeaving::future);
        classes.put(FUTURE + "$BiCompletion", woven -> woven.makeSecondSource("snd", FUTURE_TYPE));
        for (String relay : List.of("UniRelay", "UniCopy", "AnyOf", "BiRelay")) {
            classes.put(FUTURE + "$" + relay, CompletableFutureWeaving::relay);
        }
        classes.put(FUTURE + "$TaskSubmitter", CompletableFutureWeaving::delayedTask);
        // what all continuations and asynchronous tasks extend
        classes.put("java/util/concurrent/ForkJoinTask", WovenClass::makeCarrier);
        return classes;
    }

    private static void anyContinuation(WovenClass woven) {
        woven.method("claim")
                .besideCalls(
                        call -> call.name.equals("compareAndSetForkJoinTaskTag"),
                        Insert.NOTHING,
                        top().local(0)
                                .local(0)
                                .field(woven.name(), "src", FUTURE_TYPE)
                                .hook(CompletionHooks.class, "claimed", boolean.class, Object.class, Object.class));
    }

    private static void continuation(WovenClass woven, String operation) {
        WovenMethod constructor = woven.method("<init>");
        int function = constructor.slot(constructor.parameters() - 1);
        constructor.beforeReturn(self().local(1)
                .local(function)
                .constant(operation)
                .constant(operation + "Async")
                .hook(
                        CompletionHooks.class,
                        "created",
                        Object.class,
                        Object.class,
                        Object.class,
                        String.class,
                        String.class));
        for (WovenMethod tryFire : tryFire(woven)) {
            tryFire.besideCalls(
                    call -> call.name.equals("postFire"),
                    self().hook(TaskHooks.class, "end", Object.class)
                            .local(0)
                            .hook(CompletionHooks.class, "passed", Object.class),
                    Insert.NOTHING);
            if (tryFire.hasCall(CompletableFutureWeaving::callsTheUser)) {
                aroundTheUsersCall(tryFire, self().hook(TaskHooks.class, "begin", Object.class));
            } else {
                tryFire.besideCalls(
                        call -> call.owner.equals(FUTURE) && METHODS_WITH_FUNCTION.contains(call.name),
                        self().hook(CompletionHooks.class, "arm", Object.class),
                        Insert.NOTHING.hook(CompletionHooks.class, "disarm"));
            }
        }
    }

    /** The one that does the work, without the compiler's bridges to it. */
    private static List<WovenMethod> tryFire(WovenClass woven) {
        return woven.methods("tryFire").stream()
                .filter(method -> !method.isBridge())
                .toList();
    }

    private static void asynchronous(WovenClass woven, String operation) {
        woven.method("<init>")
                .beforeReturn(self().local(2)
                        .constant(operation)
                        .hook(TaskHooks.class, "taskCreated", Object.class, Object.class, String.class));
        WovenMethod run = woven.method("run");
        run.besideCalls(
                call -> call.name.equals("postComplete"),
                self().hook(TaskHooks.class, "end", Object.class),
                Insert.NOTHING);
        aroundTheUsersCall(run, self().hook(TaskHooks.class, "begin", Object.class));
    }

    /** No step of its own: it hands the result of one future, or of two, to another. */
    private static void relay(WovenClass woven) {
        String fields = woven.hasField("src") ? woven.name() : FUTURE + "$UniCompletion";
        for (WovenMethod tryFire : tryFire(woven)) {
            tryFire.atEntry(self().field(fields, "dep", FUTURE_TYPE)
                    .local(0)
                    .local(0)
                    .field(fields, "src", FUTURE_TYPE)
                    .hook(CompletionHooks.class, "relaying", Object.class, Object.class, Object.class));
        }
    }

    private static void future(WovenClass woven) {
        woven.makeCompletedFuture();
        for (String name : COMPLETIONS) {
            woven.methods(name)
                    .forEach(method -> method.atEntry(self().local(0)
                            .field(FUTURE, "result", "Ljava/lang/Object;")
                            .hook(CompletionHooks.class, "completing", Object.class, Object.class)));
        }
        for (String name : METHODS_WITH_FUNCTION) {
            aroundTheUsersCall(woven.method(name), self().hook(CompletionHooks.class, "beginArmed", Object.class));
        }
        woven.methodsWhere(method -> method.name.endsWith("Stage") && method.desc.startsWith("(" + EXECUTOR))
                .forEach(stage -> stage.atEntry(load(1).hook(CompletionHooks.class, "scheduling", Object.class)));
        woven.methods("completeAsync", parameters -> parameters.length == 2)
                .forEach(method -> ExecutorWeaving.schedules(method, "CompletableFuture.completeAsync"));
    }

    /** What {@code delayedExecutor} keeps back until its time comes. */
    private static void delayedTask(WovenClass woven) {
        String submitter = woven.name();
        woven.makeCarrier();
        woven.method("<init>")
                .beforeReturn(self().local(2).hook(ScheduleHooks.class, "keptBack", Object.class, Object.class));
        woven.method("run")
                .aroundBody(
                        self().local(0)
                                .field(submitter, "action", "Ljava/lang/Runnable;")
                                .hook(ScheduleHooks.class, "handingOver", Object.class, Object.class),
                        self().hook(TaskHooks.class, "end", Object.class),
                        top().local(0).swap().hook(TaskHooks.class, "endFailed", Object.class, Throwable.class));
    }

    /** The run lasts until the future has its result, so that this is who completed it; not until what follows has run. */
    private static void aroundTheUsersCall(WovenMethod method, Insert begin) {
        method.aroundRuns(
                CompletableFutureWeaving::callsTheUser,
                begin,
                load(0),
                Insert.NOTHING,
                top().local(0).swap().hook(TaskHooks.class, "failing", Object.class, Throwable.class));
        method.aroundBody(
                Insert.NOTHING,
                load(0).hook(TaskHooks.class, "end", Object.class),
                top().local(0).swap().hook(TaskHooks.class, "endFailed", Object.class, Throwable.class));
    }

    private static boolean callsTheUser(MethodInsnNode call) {
        return call.owner.startsWith("java/util/function/") || call.owner.equals("java/lang/Runnable");
    }
}
