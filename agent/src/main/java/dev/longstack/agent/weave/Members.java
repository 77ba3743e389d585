package dev.longstack.agent.weave;

import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.propagate.carriers.TokenCarrier;
import dev.longstack.record.ContextToken;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The members that woven classes get. Those of the JDK are seen in their package alone, and {@link JdkAccess} reaches them; those of
 * libraries, whose loaders nobody may define classes in, by an interface of the boot part.
 */
public final class Members {
    private static final String PREFIX = "longstack";

    static final String TOKEN_FIELD = PREFIX + "$token";
    static final String COMPLETER_FIELD = PREFIX + "$completer";
    static final String TASK_METHOD = PREFIX + "$task";
    static final String SLOT = PREFIX + "$slot";

    /** A field for the token, in a class of the JDK. */
    public static final Member TOKEN = type -> addField(type, TOKEN_FIELD);

    /** A field for who completed the future. */
    public static final Member COMPLETER = type -> addField(type, COMPLETER_FIELD);

    /** A way to the user's task that a class of the JDK holds. */
    public static final Member TASK = Members::addTask;

    /** A way to the user's task that a class may hold: what extends it says it better. */
    public static final Member NO_TASK = Members::addNoTask;

    /** A slot in the continuation of each virtual thread. */
    public static final Member VIRTUAL_THREAD_SLOT = Members::addSlot;

    /** A field for the token in a class of a library, reached by an interface. */
    public static final Member LIBRARY_TOKEN = Members::addCarrier;

    /** A way to the user's task that a class of a library holds, in its only field of a type that runs; by an interface. */
    public static final Member LIBRARY_TASK = Members::addWrapper;

    private static final List<String> RUNNING = List.of("Ljava/lang/Runnable;", "Ljava/util/concurrent/Callable;");
    private static final List<String> TASK_FIELDS = List.of("runnable", "callable", "task");

    private Members() {}

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

    private static void addField(ClassNode type, String name) {
        type.fields.add(new FieldNode(Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, name, JdkAccess.ANY, null, null));
    }

    private static MethodNode addMethod(ClassNode type, int access, String name, String descriptor) {
        MethodNode method = new MethodNode(access | Opcodes.ACC_SYNTHETIC, name, descriptor, null, null);
        type.methods.add(method);
        return method;
    }

    private static void addTask(ClassNode type) {
        FieldNode field = type.fields.stream()
                .filter(each -> TASK_FIELDS.contains(each.name) && (each.access & Opcodes.ACC_STATIC) == 0)
                .findFirst()
                .orElseThrow(() -> new WeavingException("no task in " + type.name));
        MethodNode get = addMethod(type, 0, TASK_METHOD, "()" + JdkAccess.ANY);
        get.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        get.instructions.add(new FieldInsnNode(Opcodes.GETFIELD, type.name, field.name, field.desc));
        get.instructions.add(new InsnNode(Opcodes.ARETURN));
        get.maxStack = 1;
        get.maxLocals = 1;
    }

    private static void addNoTask(ClassNode type) {
        MethodNode get = addMethod(type, 0, TASK_METHOD, "()" + JdkAccess.ANY);
        get.instructions.add(
                new FieldInsnNode(Opcodes.GETSTATIC, JdkAccess.JDK_FIELDS, JdkAccess.NO_FIELD, JdkAccess.ANY));
        get.instructions.add(new InsnNode(Opcodes.ARETURN));
        get.maxStack = 1;
        get.maxLocals = 1;
    }

    /** Static, since the way from a thread to its continuation is private to the two. */
    private static void addSlot(ClassNode type) {
        addField(type, SLOT);
        MethodNode get = addMethod(type, Opcodes.ACC_STATIC, SLOT, JdkAccess.slotGetter());
        loadContinuation(type, get);
        get.instructions.add(new FieldInsnNode(Opcodes.GETFIELD, type.name, SLOT, JdkAccess.ANY));
        get.instructions.add(new InsnNode(Opcodes.ARETURN));
        get.maxStack = 1;
        get.maxLocals = 1;
        MethodNode set = addMethod(type, Opcodes.ACC_STATIC, SLOT, JdkAccess.slotSetter());
        loadContinuation(type, set);
        set.instructions.add(new VarInsnNode(Opcodes.ALOAD, 1));
        set.instructions.add(new FieldInsnNode(Opcodes.PUTFIELD, type.name, SLOT, JdkAccess.ANY));
        set.instructions.add(new InsnNode(Opcodes.RETURN));
        set.maxStack = 2;
        set.maxLocals = 2;
    }

    private static void loadContinuation(ClassNode type, MethodNode method) {
        method.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        method.instructions.add(new FieldInsnNode(
                Opcodes.GETFIELD, JdkAccess.VIRTUAL_THREAD, "cont", "Ljdk/internal/vm/Continuation;"));
        method.instructions.add(new TypeInsnNode(Opcodes.CHECKCAST, type.name));
    }

    private static void addCarrier(ClassNode type) {
        String token = Type.getDescriptor(ContextToken.class);
        type.interfaces.add(Type.getInternalName(TokenCarrier.class));
        type.fields.add(new FieldNode(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, TOKEN_FIELD, token, null, null));
        MethodNode get = addMethod(type, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, "longstackToken", "()" + token);
        get.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        get.instructions.add(new FieldInsnNode(Opcodes.GETFIELD, type.name, TOKEN_FIELD, token));
        get.instructions.add(new InsnNode(Opcodes.ARETURN));
        get.maxStack = 1;
        get.maxLocals = 1;
        MethodNode set = addMethod(type, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, "longstackToken", "(" + token + ")V");
        set.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        set.instructions.add(new VarInsnNode(Opcodes.ALOAD, 1));
        set.instructions.add(new FieldInsnNode(Opcodes.PUTFIELD, type.name, TOKEN_FIELD, token));
        set.instructions.add(new InsnNode(Opcodes.RETURN));
        set.maxStack = 2;
        set.maxLocals = 2;
    }

    private static void addWrapper(ClassNode type) {
        List<FieldNode> fields = type.fields.stream()
                .filter(each -> RUNNING.contains(each.desc) && (each.access & Opcodes.ACC_STATIC) == 0)
                .toList();
        if (fields.size() != 1) {
            throw new WeavingException(fields.size() + " tasks in " + type.name + ", expected one");
        }
        type.interfaces.add(Type.getInternalName(TaskWrapper.class));
        MethodNode get = addMethod(type, Opcodes.ACC_PUBLIC, "longstackTask", "()" + JdkAccess.ANY);
        get.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        get.instructions.add(new FieldInsnNode(Opcodes.GETFIELD, type.name, fields.get(0).name, fields.get(0).desc));
        get.instructions.add(new InsnNode(Opcodes.ARETURN));
        get.maxStack = 1;
        get.maxLocals = 1;
    }
}
