package dev.longstack.agent.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Which classes are woven; names are internal ones. */
public sealed interface Match {
    /** The class of this name. */
    record Named(String className) implements Match {
        @Override
        public boolean fits(ClassNode type) {
            return true;
        }
    }

    /** Direct subclasses, but those on the boot path, that implement this method themselves. */
    record Subclasses(String superclass, String method, String descriptor) implements Match {
        @Override
        public boolean fits(ClassNode type) {
            return type.methods.stream()
                    .anyMatch(each -> each.name.equals(method)
                            && each.desc.equals(descriptor)
                            && (each.access & Opcodes.ACC_ABSTRACT) == 0);
        }
    }

    /** Whether a class of this name, or of this superclass, has what it takes. */
    boolean fits(ClassNode type);
}
