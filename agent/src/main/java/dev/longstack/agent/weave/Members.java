package dev.longstack.agent.weave;

import dev.longstack.propagate.CompletedFuture;
import dev.longstack.propagate.SecondSource;
import dev.longstack.propagate.TaskWrapper;
import dev.longstack.propagate.TokenCarrier;
import dev.longstack.record.ContextToken;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The members that woven classes get, and how the runtime reaches them: by interfaces of the boot part. */
public final class Members {
    /** A field for the token. */
    public static final Member TOKEN = type ->
            addField(type, TokenCarrier.class, "longstackToken", "token", Type.getDescriptor(ContextToken.class));

    /** A field for the id of who completed the future. */
    public static final Member COMPLETER =
            type -> addField(type, CompletedFuture.class, "longstackCompleter", "completer", "J");

    /** A way to the user's task that the object holds. */
    public static final Member TASK = Members::addTask;

    private static final String PREFIX = "longstack";
    private static final List<String> TASK_FIELDS = List.of("runnable", "callable", "task");

    private Members() {}

    /** A way to the second future of a continuation of two. */
    public static Member secondSource(String field, String descriptor) {
        return type -> {
            type.interfaces.add(Type.getInternalName(SecondSource.class));
            addGetter(type, "longstackSecondSource", "()Ljava/lang/Object;", field, descriptor);
        };
    }

    /** Whether the class has got a member of ours already. */
    static boolean areIn(ClassNode type) {
        for (FieldNode field : type.fields) {
            if (field.name.startsWith(PREFIX)) {
                return true;
            }
        }
        for (MethodNode method : type.methods) {
            if (method.name.startsWith(PREFIX)) {
                return true;
            }
        }
        return false;
    }

    private static void addTask(ClassNode type) {
        FieldNode field = type.fields.stream()
                .filter(each -> TASK_FIELDS.contains(each.name) && (each.access & Opcodes.ACC_STATIC) == 0)
                .findFirst()
                .orElseThrow(() -> new WeavingException("no task in " + type.name));
        type.interfaces.add(Type.getInternalName(TaskWrapper.class));
        addGetter(type, "longstackTask", "()Ljava/lang/Object;", field.name, field.desc);
    }

    private static void addField(ClassNode node, Class<?> reachedBy, String accessors, String name, String descriptor) {
        String field = PREFIX + "$" + name;
        node.interfaces.add(Type.getInternalName(reachedBy));
        node.fields.add(new FieldNode(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, field, descriptor, null, null));
        addGetter(node, accessors, "()" + descriptor, field, descriptor);
        Type type = Type.getType(descriptor);
        MethodNode set = addAccessor(node, accessors, "(" + descriptor + ")V");
        set.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        set.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), 1));
        set.instructions.add(new FieldInsnNode(Opcodes.PUTFIELD, node.name, field, descriptor));
        set.instructions.add(new InsnNode(Opcodes.RETURN));
        set.maxStack = 1 + type.getSize();
        set.maxLocals = 1 + type.getSize();
    }

    private static void addGetter(
            ClassNode node, String accessor, String accessorType, String field, String descriptor) {
        Type type = Type.getType(descriptor);
        MethodNode get = addAccessor(node, accessor, accessorType);
        get.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        get.instructions.add(new FieldInsnNode(Opcodes.GETFIELD, node.name, field, descriptor));
        get.instructions.add(new InsnNode(type.getOpcode(Opcodes.IRETURN)));
        get.maxStack = Math.max(1, type.getSize());
        get.maxLocals = 1;
    }

    private static MethodNode addAccessor(ClassNode node, String name, String descriptor) {
        MethodNode method = new MethodNode(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC, name, descriptor, null, null);
        node.methods.add(method);
        return method;
    }
}
