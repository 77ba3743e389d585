package dev.longstack.propagate;

import org.jspecify.annotations.Nullable;

/** Implemented by woven classes of the JDK that stand for the user's task: names tell the user's. */
public interface TaskWrapper {
    /** The object inside; null for none any more. */
    @Nullable
    Object longstackTask();

    /** The class of what is inside, through all wrappers. */
    static Class<?> userClass(Object task) {
        return userTask(task).getClass();
    }

    /** What is inside, through all wrappers. */
    static Object userTask(Object task) {
        Object user = task;
        while (user instanceof TaskWrapper wrapper) {
            Object inside = wrapper.longstackTask();
            if (inside == null) {
                return user;
            }
            user = inside;
        }
        return user;
    }
}
