package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.NOTHING;

import dev.longstack.propagate.InterceptHooks;
import java.util.Map;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Lets interceptors in where a run has just begun: right before the call of the user's object another one may be put in its place
 * on the stack. There are no jumps, and without interceptors no frame more than before.
 */
final class Intercepting {
    private static final Hook RUNNABLE = new Hook("runnable", Runnable.class);

    private static final Map<String, Hook> HOOKS = Map.of(
            "java/lang/Runnable", RUNNABLE,
            "java/util/concurrent/Callable", new Hook("callable", Callable.class),
            "java/util/function/Supplier", new Hook("supplier", Supplier.class),
            "java/util/function/Function", new Hook("function", Function.class),
            "java/util/function/Consumer", new Hook("consumer", Consumer.class),
            "java/util/function/BiFunction", new Hook("biFunction", BiFunction.class),
            "java/util/function/BiConsumer", new Hook("biConsumer", BiConsumer.class),
            "java/util/TimerTask", new Hook("timerTask", TimerTask.class));

    private Intercepting() {}

    private record Hook(String name, Class<?> type) {
        Insert replace(Insert owner) {
            return owner.replace(InterceptHooks.class, name, type);
        }
    }

    /** Whether the call is one of a type that can be intercepted. */
    static boolean known(MethodInsnNode call) {
        return HOOKS.containsKey(call.owner);
    }

    /** Before this call of a user's object, for the run of this owner: the object is below the call's arguments. */
    static Insert before(MethodInsnNode call, Insert owner, WovenMethod method) {
        Hook hook = HOOKS.get(call.owner);
        if (hook == null) {
            return NOTHING;
        }
        int arguments = Type.getArgumentTypes(call.desc).length;
        int first = arguments > 0 ? method.newSlot() : 0;
        int second = arguments > 1 ? method.newSlot() : 0;
        return switch (arguments) {
            case 0 -> hook.replace(owner);
            case 1 -> NOTHING.store(first).then(hook.replace(owner)).local(first);
            default ->
                NOTHING.store(second)
                        .store(first)
                        .then(hook.replace(owner))
                        .local(first)
                        .local(second);
        };
    }

    /** The same where the object, a Runnable, is the last argument of the call. */
    static Insert lastArgument(Insert owner) {
        return RUNNABLE.replace(owner);
    }
}
