package dev.longstack.agent.weave;

import org.objectweb.asm.tree.ClassNode;

/** What a class gets besides changed bodies, if it is not loaded yet: a field, or a way to one. */
@FunctionalInterface
public interface Member {
    void addTo(ClassNode type);
}
