package dev.longstack.agent.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** A few instructions to put in, any number of times: arguments, then the call of a hook. Immutable. */
final class Insert {
    static final Insert NOTHING = new Insert(List.of());

    private final List<Supplier<AbstractInsnNode>> instructions;

    private Insert(List<Supplier<AbstractInsnNode>> instructions) {
        this.instructions = instructions;
    }

    static Insert self() {
        return NOTHING.local(0);
    }

    static Insert load(int slot) {
        return NOTHING.local(slot);
    }

    static Insert text(String constant) {
        return NOTHING.constant(constant);
    }

    /** Copies what is on top of the stack. */
    static Insert top() {
        return NOTHING.plain(Opcodes.DUP);
    }

    /** Copies what is second on the stack, from under the top. */
    static Insert second() {
        return NOTHING.plain(Opcodes.DUP2).plain(Opcodes.POP);
    }

    Insert local(int slot) {
        return and(() -> new VarInsnNode(Opcodes.ALOAD, slot));
    }

    Insert store(int slot) {
        return and(() -> new VarInsnNode(Opcodes.ASTORE, slot));
    }

    Insert constant(String text) {
        return and(() -> new LdcInsnNode(text));
    }

    Insert none() {
        return plain(Opcodes.ACONST_NULL);
    }

    Insert swap() {
        return plain(Opcodes.SWAP);
    }

    private Insert plain(int opcode) {
        return and(() -> new InsnNode(opcode));
    }

    Insert field(String owner, String name, String type) {
        return and(() -> new FieldInsnNode(Opcodes.GETFIELD, owner, name, type));
    }

    Insert invoke(String owner, String name, String descriptor) {
        return and(() -> new MethodInsnNode(Opcodes.INVOKEVIRTUAL, owner, name, descriptor, false));
    }

    Insert invokeInterface(String owner, String name, String descriptor) {
        return and(() -> new MethodInsnNode(Opcodes.INVOKEINTERFACE, owner, name, descriptor, true));
    }

    /** Ends with the call of a hook: a static method of a class of the boot part. */
    Insert hook(Class<?> hooks, String name, Class<?>... parameters) {
        Type[] types = new Type[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            types[i] = Type.getType(parameters[i]);
        }
        String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, types);
        try {
            hooks.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new WeavingException("no hook " + e.getMessage());
        }
        return and(
                () -> new MethodInsnNode(Opcodes.INVOKESTATIC, Type.getInternalName(hooks), name, descriptor, false));
    }

    /** Ends with the call of a static method of the boot part that answers with another object for the first one. */
    Insert replace(Class<?> hooks, String name, Class<?> type) {
        String descriptor =
                Type.getMethodDescriptor(Type.getType(type), Type.getType(type), Type.getType(Object.class));
        try {
            hooks.getMethod(name, type, Object.class);
        } catch (NoSuchMethodException e) {
            throw new WeavingException("no hook " + e.getMessage());
        }
        return and(
                () -> new MethodInsnNode(Opcodes.INVOKESTATIC, Type.getInternalName(hooks), name, descriptor, false));
    }

    /** This, then that. */
    Insert then(Insert next) {
        List<Supplier<AbstractInsnNode>> longer = new ArrayList<>(instructions);
        longer.addAll(next.instructions);
        return new Insert(longer);
    }

    private Insert and(Supplier<AbstractInsnNode> next) {
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
