package dev.longstack.agent.weave;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is woven in some class.
 *
 * @param match which class it is
 * @param members what it gets if it is not loaded yet
 * @param bodies what changes its methods, in this order
 */
public record Target(Match match, Set<Member> members, List<Weaving> bodies) {
    /** How much of it can be, or should be, woven. */
    public enum Extent {
        ALL(true, true),
        /** The class is loaded already and can take no members. */
        BODIES(false, true),
        /** The class has got its members, and would be refused without them; its code is not as expected. */
        MEMBERS(true, false);

        private final boolean members;
        private final boolean bodies;

        Extent(boolean members, boolean bodies) {
            this.members = members;
            this.bodies = bodies;
        }
    }

    /** This and the other one of the same match: two families may need the same class. */
    public Target and(Target other) {
        Set<Member> allMembers = new LinkedHashSet<>(members);
        allMembers.addAll(other.members);
        List<Weaving> allBodies = new ArrayList<>(bodies);
        allBodies.addAll(other.bodies);
        return new Target(match, allMembers, allBodies);
    }

    /** Whether an extent leaves nothing out. */
    public boolean isWholeWith(Extent extent) {
        return (extent.members || members.isEmpty()) && (extent.bodies || bodies.isEmpty());
    }

    /**
     * The new bytes; null where there is nothing to do, or the class was woven before: another agent may hand us what we made.
     *
     * @throws WeavingException where the class is not as expected
     */
    public byte @Nullable [] weave(ClassReader reader, Extent extent) {
        ClassNode type = new ClassNode();
        reader.accept(type, 0);
        boolean nothing = (!extent.members || members.isEmpty()) && (!extent.bodies || bodies.isEmpty());
        if (nothing || isInterface(type) || !match.fits(type) || isWoven(type)) {
            return null;
        }
        if (extent.members) {
            for (Member member : members) {
                member.addTo(type);
            }
        }
        if (extent.bodies) {
            for (Weaving body : bodies) {
                body.weave(new WovenClass(type));
            }
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.accept(writer);
        return writer.toByteArray();
    }

    /** What is a class in one version may be an interface in another: its implementation is another target. */
    private static boolean isInterface(ClassNode type) {
        return (type.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Whether it has code or members of ours. */
    static boolean isWoven(ClassNode type) {
        if (Members.areIn(type)) {
            return true;
        }
        for (MethodNode method : type.methods) {
            if (callsUs(method)) {
                return true;
            }
        }
        return false;
    }

    private static boolean callsUs(MethodNode method) {
        for (AbstractInsnNode each : method.instructions) {
            if (each instanceof MethodInsnNode call && Hook.isOwner(call.owner)) {
                return true;
            }
        }
        return false;
    }
}
