package dev.longstack.agent.weave;

import java.util.function.Predicate;
import org.objectweb.asm.tree.MethodInsnNode;

/** Which calls inside a method are meant. */
public final class Calls {
    private Calls() {}

    public static Predicate<MethodInsnNode> named(String name) {
        return call -> call.name.equals(name);
    }

    /** Of any method of this class. */
    public static Predicate<MethodInsnNode> to(String owner) {
        return call -> call.owner.equals(owner);
    }

    public static Predicate<MethodInsnNode> to(String owner, String name) {
        return to(owner).and(named(name));
    }
}
