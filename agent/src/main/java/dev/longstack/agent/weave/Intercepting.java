package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.NOTHING;
import static dev.longstack.agent.weave.Insert.local;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Lets interceptors in where a run has just begun: right before the call of the user's object another one may be put in its place
 * on the stack. There are no jumps, and without interceptors no frame more than before.
 */
final class Intercepting {
    private static final Map<String, Hook> HOOKS = new HashMap<>();

    static {
        for (Hook hook : Hook.values()) {
            if (hook.intercepts()) {
                HOOKS.put(hook.interceptedType(), hook);
            }
        }
    }

    private Intercepting() {}

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
        Insert replaced = owner.call(hook);
        int arguments = Type.getArgumentTypes(call.desc).length;
        int first = arguments > 0 ? method.newSlot() : 0;
        int second = arguments > 1 ? method.newSlot() : 0;
        return switch (arguments) {
            case 0 -> replaced;
            case 1 -> NOTHING.store(first).and(replaced).and(local(first));
            default ->
                NOTHING.store(second)
                        .store(first)
                        .and(replaced)
                        .and(local(first))
                        .and(local(second));
        };
    }

    /** The same where the object, a Runnable, is on top of the stack. */
    static Insert runnableOnTop(Insert owner) {
        return owner.call(Hook.INTERCEPT_RUNNABLE);
    }
}
