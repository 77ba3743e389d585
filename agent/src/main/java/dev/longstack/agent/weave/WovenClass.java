package dev.longstack.agent.weave;

import dev.longstack.propagate.CompletedFuture;
import dev.longstack.propagate.SecondSource;
import dev.longstack.propagate.TaskWrapper;
import dev.longstack.propagate.TokenCarrier;
import dev.longstack.record.ContextToken;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** A class being changed. */
final class WovenClass {
    private static final String CARRIER = Type.getInternalName(TokenCarrier.class);
    private static final String TOKEN = Type.getDescriptor(ContextToken.class);
    private static final String FIELD = "longstack$token";
    private static final String COMPLETER = "longstack$completer";
    private static final List<String> TASK_FIELDS = List.of("runnable", "callable", "task");

    private final ClassNode node;
    private final boolean bodiesOnly;

    /** @param bodiesOnly the class is loaded already and can take neither fields nor interfaces */
    WovenClass(ClassNode node, boolean bodiesOnly) {
        this.node = node;
        this.bodiesOnly = bodiesOnly;
    }

    boolean hasField(String name) {
        return node.fields.stream().anyMatch(field -> field.name.equals(name));
    }

    String name() {
        return node.name;
    }

    /** False where the class is loaded already: its tokens then go by the side table. */
    boolean carries() {
        return !bodiesOnly;
    }

    boolean hasMethod(String name) {
        return node.methods.stream().anyMatch(method -> method.name.equals(name));
    }

    boolean isInterface() {
        return (node.access & Opcodes.ACC_INTERFACE) != 0;
    }

    /** Lets the class tell the user's task that it holds, if it can still be told to. */
    void makeWrapper() {
        if (bodiesOnly) {
            return;
        }
        FieldNode field = node.fields.stream()
                .filter(each -> TASK_FIELDS.contains(each.name) && (each.access & Opcodes.ACC_STATIC) == 0)
                .findFirst()
                .orElseThrow(() -> new WeavingException("no task in " + node.name));
        node.interfaces.add(Type.getInternalName(TaskWrapper.class));
        get("longstackTask", "()Ljava/lang/Object;", field.name, field.desc);
    }

    /** Lets the class tell its second source, if it can still be told to. */
    void makeSecondSource(String field, String descriptor) {
        if (!bodiesOnly) {
            node.interfaces.add(Type.getInternalName(SecondSource.class));
            get("longstackSecondSource", "()Ljava/lang/Object;", field, descriptor);
        }
    }

    /** Gives the class a field for the id of who completed it, if it can still take one. */
    void makeCompletedFuture() {
        if (!bodiesOnly) {
            node.interfaces.add(Type.getInternalName(CompletedFuture.class));
            field("longstackCompleter", COMPLETER, "J");
        }
    }

    /** Gives the class a field for the token, if it can still take one and has none. */
    void makeCarrier() {
        if (bodiesOnly || node.interfaces.contains(CARRIER)) {
            return;
        }
        node.interfaces.add(CARRIER);
        field("longstackToken", FIELD, TOKEN);
    }

    private void field(String accessors, String field, String descriptor) {
        node.fields.add(new FieldNode(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, field, descriptor, null, null));
        get(accessors, "()" + descriptor, field, descriptor);
        Type type = Type.getType(descriptor);
        MethodNode set = accessor(accessors, "(" + descriptor + ")V");
        set.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        set.instructions.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), 1));
        set.instructions.add(new FieldInsnNode(Opcodes.PUTFIELD, node.name, field, descriptor));
        set.instructions.add(new InsnNode(Opcodes.RETURN));
        set.maxStack = 1 + type.getSize();
        set.maxLocals = 1 + type.getSize();
    }

    private void get(String accessor, String accessorType, String field, String descriptor) {
        Type type = Type.getType(descriptor);
        MethodNode get = accessor(accessor, accessorType);
        get.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        get.instructions.add(new FieldInsnNode(Opcodes.GETFIELD, node.name, field, descriptor));
        get.instructions.add(new InsnNode(type.getOpcode(Opcodes.IRETURN)));
        get.maxStack = Math.max(1, type.getSize());
        get.maxLocals = 1;
    }

    private MethodNode accessor(String name, String descriptor) {
        MethodNode method = new MethodNode(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC, name, descriptor, null, null);
        node.methods.add(method);
        return method;
    }

    /** The methods that are such; at least one. */
    List<WovenMethod> methodsWhere(Predicate<MethodNode> wanted) {
        List<WovenMethod> found = node.methods.stream()
                .filter(method -> (method.access & Opcodes.ACC_ABSTRACT) == 0)
                .filter(wanted)
                .map(method -> new WovenMethod(node.name, method))
                .collect(Collectors.toList());
        if (found.isEmpty()) {
            throw new WeavingException("no such method in " + node.name);
        }
        return found;
    }

    /** The methods of this name; at least one. */
    List<WovenMethod> methods(String name) {
        return methods(name, method -> true);
    }

    /** The methods of this name whose parameters are such; at least one. */
    List<WovenMethod> methods(String name, Predicate<Type[]> parameters) {
        List<WovenMethod> found = node.methods.stream()
                .filter(method -> method.name.equals(name) && (method.access & Opcodes.ACC_ABSTRACT) == 0)
                .filter(method -> parameters.test(Type.getArgumentTypes(method.desc)))
                .map(method -> new WovenMethod(node.name, method))
                .collect(Collectors.toList());
        if (found.isEmpty()) {
            throw new WeavingException("no method '" + name + "' in " + node.name);
        }
        return found;
    }

    /** The one method of this name. */
    WovenMethod method(String name) {
        List<WovenMethod> found = methods(name);
        if (found.size() != 1) {
            throw new WeavingException(found.size() + " methods '" + name + "' in " + node.name + ", expected one");
        }
        return found.get(0);
    }
}
