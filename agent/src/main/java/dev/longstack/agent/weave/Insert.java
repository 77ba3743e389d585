package dev.longstack.agent.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** A few instructions to put in, any number of times: arguments, then the call of a hook. Immutable. */
public final class Insert {
    public static final Insert NOTHING = new Insert(List.of());

    private final List<Supplier<AbstractInsnNode>> instructions;

    private Insert(List<Supplier<AbstractInsnNode>> instructions) {
        this.instructions = instructions;
    }

    /** {@code this} of the woven method. */
    public static Insert self() {
        return local(0);
    }

    /** The object in this slot. */
    public static Insert local(int slot) {
        return NOTHING.plus(() -> new VarInsnNode(Opcodes.ALOAD, slot));
    }

    /** The number, or truth, in this slot. */
    public static Insert number(int slot) {
        return NOTHING.plus(() -> new VarInsnNode(Opcodes.ILOAD, slot));
    }

    public static Insert nothing() {
        return NOTHING.plain(Opcodes.ACONST_NULL);
    }

    public static Insert text(String constant) {
        return NOTHING.plus(() -> new LdcInsnNode(constant));
    }

    /** A copy of what is on top of the stack. */
    public static Insert top() {
        return NOTHING.plain(Opcodes.DUP);
    }

    /** A copy of what is second on the stack, from under the top. */
    public static Insert second() {
        return NOTHING.plain(Opcodes.DUP2).plain(Opcodes.POP);
    }

    /** This, then that. */
    public Insert and(Insert next) {
        List<Supplier<AbstractInsnNode>> longer = new ArrayList<>(instructions);
        longer.addAll(next.instructions);
        return new Insert(longer);
    }

    /** This, one object, and after it a copy of what was on top of the stack. */
    public Insert andTop() {
        return top().and(this).plain(Opcodes.SWAP);
    }

    /** Takes what is on top of the stack into this slot. */
    public Insert store(int slot) {
        return plus(() -> new VarInsnNode(Opcodes.ASTORE, slot));
    }

    /** The field of the object that comes last, in its place. */
    public Insert field(String owner, String name, String type) {
        return plus(() -> new FieldInsnNode(Opcodes.GETFIELD, owner, name, type));
    }

    /** What the object that comes last answers, in its place. */
    public Insert invoke(String owner, String name, String descriptor) {
        return plus(() -> new MethodInsnNode(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false));
    }

    /** The same of an interface. */
    public Insert invokeInterface(String owner, String name, String descriptor) {
        return plus(() -> new MethodInsnNode(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true));
    }

    /** Ends with the call of a hook, which takes the arguments up to here. */
    public Insert call(Hook hook) {
        return plus(hook::instruction);
    }

    private Insert plain(int opcode) {
        return plus(() -> new InsnNode(opcode));
    }

    private Insert plus(Supplier<AbstractInsnNode> next) {
        List<Supplier<AbstractInsnNode>> longer = new ArrayList<>(instructions);
        longer.add(next);
        return new Insert(longer);
    }

    InsnList code() {
        InsnList code = new InsnList();
        instructions.forEach(each -> code.add(each.get()));
        return code;
    }
}
