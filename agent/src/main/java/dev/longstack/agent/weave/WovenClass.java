package dev.longstack.agent.weave;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A class whose methods are being changed. */
public final class WovenClass {
    private final ClassNode node;

    WovenClass(ClassNode node) {
        this.node = node;
    }

    public boolean hasField(String name) {
        return node.fields.stream().anyMatch(field -> field.name.equals(name));
    }

    public String name() {
        return node.name;
    }

    public boolean hasMethod(String name) {
        return node.methods.stream().anyMatch(method -> method.name.equals(name));
    }

    /** The methods that are such; at least one. */
    public List<WovenMethod> methodsWhere(Predicate<MethodNode> wanted) {
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

    /** The methods of this name; none where this JDK, or this version of a library, has none. */
    public List<WovenMethod> methodsIfAny(String name) {
        return hasMethod(name) ? methods(name) : List.of();
    }

    /** All constructors. */
    public List<WovenMethod> constructors() {
        return methods("<init>");
    }

    /** The one constructor. */
    public WovenMethod constructor() {
        return method("<init>");
    }

    /** The methods of this name; at least one. */
    public List<WovenMethod> methods(String name) {
        return methods(name, method -> true);
    }

    /** The methods of this name whose parameters are such; at least one. */
    public List<WovenMethod> methods(String name, Predicate<Type[]> parameters) {
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
    public WovenMethod method(String name) {
        List<WovenMethod> found = methods(name);
        if (found.size() != 1) {
            throw new WeavingException(found.size() + " methods '" + name + "' in " + node.name + ", expected one");
        }
        return found.get(0);
    }
}
