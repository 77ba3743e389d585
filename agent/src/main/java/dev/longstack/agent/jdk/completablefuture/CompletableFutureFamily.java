package dev.longstack.agent.jdk.completablefuture;

import static dev.longstack.agent.weave.Insert.NOTHING;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.text;
import static dev.longstack.agent.weave.Insert.top;

import dev.longstack.agent.weave.Calls;
import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.Insert;
import dev.longstack.agent.weave.Members;
import dev.longstack.agent.weave.Patterns;
import dev.longstack.agent.weave.Run;
import dev.longstack.agent.weave.WovenClass;
import dev.longstack.agent.weave.WovenMethod;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * CompletableFuture: its continuations are captured at construction. Where {@code tryFire} calls the user's function itself,
 * the run is around that call; where it hands the function to a method of the future, the token is armed before that method
 * and the run is around the call in there, since only then nobody else has claimed it.
 */
public final class CompletableFutureFamily {
    private static final String FUTURE = "java/util/concurrent/CompletableFuture";
    private static final String ANY_CONTINUATION = FUTURE + "$UniCompletion";
    private static final String EXECUTOR = "Ljava/util/concurrent/Executor;";
    private static final String FUTURE_TYPE = "L" + FUTURE + ";";

    /** The methods that give a future its result. */
    private static final List<String> COMPLETIONS =
            List.of("internalComplete", "completeNull", "completeValue", "completeThrowable", "completeRelay");

    private static final List<String> METHODS_WITH_FUNCTION =
            List.of("uniWhenComplete", "uniHandle", "uniExceptionally", "biApply", "biAccept", "biRun");

    /** Those of which no outcome passes by. */
    private static final List<String> ALWAYS_RUN = List.of("uniWhenComplete", "uniHandle");

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

    /** No steps of their own: they hand the result of one future, or of two, to another. */
    private static final List<String> RELAYS = List.of("UniRelay", "UniCopy", "AnyOf", "BiRelay");

    public static final Family FAMILY = declaration().declared();

    private CompletableFutureFamily() {}

    private static Family.Declaration declaration() {
        Family.Declaration family = Family.named(
                        "completable-future",
                        "CompletableFuture: asynchronous tasks, continuations, and what completed each future")
                .weaves(FUTURE, CompletableFutureFamily::future, Members.COMPLETER)
                .weaves(ANY_CONTINUATION, CompletableFutureFamily::anyContinuation)
                .weaves(FUTURE + "$AsyncSupply", task -> asynchronous(task, "CompletableFuture.supplyAsync"))
                .weaves(FUTURE + "$AsyncRun", task -> asynchronous(task, "CompletableFuture.runAsync"))
                .weaves(FUTURE + "$TaskSubmitter", CompletableFutureFamily::delayedTask, Members.TOKEN)
                // what all continuations and asynchronous tasks extend
                .gives("java/util/concurrent/ForkJoinTask", Members.TOKEN, Members.NO_TASK);
        OPERATIONS.forEach((type, operation) ->
                family.weaves(FUTURE + "$" + type, woven -> continuation(woven, "CompletableFuture." + operation)));
        RELAYS.forEach(type -> family.weaves(FUTURE + "$" + type, CompletableFutureFamily::relay));
        return family;
    }

    private static void future(WovenClass future) {
        Insert result = self().field(FUTURE, "result", "Ljava/lang/Object;");
        for (String name : COMPLETIONS) {
            future.methods(name)
                    .forEach(method -> method.atEntry(self().and(result).call(Hook.COMPLETING)));
        }
        for (String name : METHODS_WITH_FUNCTION) {
            WovenMethod method = future.method(name);
            untilTheFutureIsComplete(Hook.BEGIN_ARMED, method);
            if (!ALWAYS_RUN.contains(name)) {
                handsOn(method, self().and(method.lastArgument()));
            }
        }
        future.methodsWhere(method -> method.name.endsWith("Stage") && method.desc.startsWith("(" + EXECUTOR))
                .forEach(stage -> stage.atEntry(stage.argument(0).call(Hook.STAGE_SCHEDULING)));
        future.methods("completeAsync", parameters -> parameters.length == 2)
                .forEach(method -> Patterns.schedules(method, "CompletableFuture.completeAsync"));
    }

    private static void anyContinuation(WovenClass continuation) {
        continuation
                .method("claim")
                .besideCalls(
                        Calls.named("compareAndSetForkJoinTaskTag"),
                        NOTHING,
                        top().and(self()).call(Hook.CLAIMED));
    }

    private static void continuation(WovenClass continuation, String operation) {
        WovenMethod constructor = continuation.constructor();
        Insert executor = constructor.argument(0);
        constructor.beforeReturn(self().and(executor)
                .and(constructor.lastArgument())
                .and(text(operation))
                .and(text(operation + "Async"))
                .call(Hook.CONTINUATION_CREATED));
        Insert target = self().field(ANY_CONTINUATION, "dep", FUTURE_TYPE).and(self());
        for (WovenMethod tryFire : tryFire(continuation)) {
            handsOn(tryFire, target);
            tryFire.besideCalls(
                    Calls.named("postFire"), self().call(Hook.END).and(self()).call(Hook.PASSED), NOTHING);
            if (tryFire.hasCall(CompletableFutureFamily::callsTheUser)) {
                untilTheFutureIsComplete(Hook.BEGIN, tryFire);
            } else {
                tryFire.besideCalls(
                        Calls.to(FUTURE).and(call -> METHODS_WITH_FUNCTION.contains(call.name)),
                        self().call(Hook.ARM),
                        NOTHING.call(Hook.DISARM));
            }
        }
    }

    /** Where the function is not for this outcome: the future gets the source's as it is, and who completed that. */
    private static void handsOn(WovenMethod method, Insert futureAndContinuation) {
        Predicate<MethodInsnNode> unchanged = call ->
                call.name.equals("completeThrowable") && call.desc.equals("(Ljava/lang/Throwable;Ljava/lang/Object;)Z");
        Predicate<MethodInsnNode> handedOn = unchanged.or(Calls.named("internalComplete"));
        if (method.hasCall(handedOn)) {
            method.besideCalls(handedOn, futureAndContinuation.call(Hook.RELAYING), NOTHING);
        }
    }

    /** The one that does the work, without the compiler's bridges to it. */
    private static List<WovenMethod> tryFire(WovenClass continuation) {
        return continuation.methods("tryFire").stream()
                .filter(method -> !method.isBridge())
                .toList();
    }

    private static void asynchronous(WovenClass task, String operation) {
        WovenMethod constructor = task.constructor();
        Insert user = constructor.argument(1);
        constructor.beforeReturn(self().and(user).and(text(operation)).call(Hook.TASK_CREATED));
        WovenMethod run = task.method("run");
        run.besideCalls(Calls.named("postComplete"), self().call(Hook.END), NOTHING);
        untilTheFutureIsComplete(Hook.BEGIN, run);
    }

    private static void relay(WovenClass relay) {
        String fields = relay.hasField("src") ? relay.name() : ANY_CONTINUATION;
        Insert target = self().field(fields, "dep", FUTURE_TYPE);
        for (WovenMethod tryFire : tryFire(relay)) {
            tryFire.atEntry(target.and(self()).call(Hook.RELAYING));
        }
    }

    /** What {@code delayedExecutor} keeps back until its time comes. */
    private static void delayedTask(WovenClass task) {
        WovenMethod constructor = task.constructor();
        constructor.beforeReturn(self().and(constructor.argument(1)).call(Hook.KEPT_BACK));
        Insert action = self().field(task.name(), "action", "Ljava/lang/Runnable;");
        Run.of(self(), self().and(action).call(Hook.HANDING_OVER)).aroundBody(task.method("run"));
    }

    /** The run lasts until the future has its result, so that this is who completed it; not until what follows has run. */
    private static void untilTheFutureIsComplete(Hook begin, WovenMethod method) {
        Run.of(begin).fromUserCallOn(method, CompletableFutureFamily::callsTheUser);
    }

    private static boolean callsTheUser(MethodInsnNode call) {
        return call.owner.startsWith("java/util/function/") || call.owner.equals("java/lang/Runnable");
    }
}
