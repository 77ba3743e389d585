package dev.longstack.propagate.carriers;

import org.jspecify.annotations.Nullable;

/** Implemented by what stands for the user's task: names tell the user's. */
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
        Object inside = inside(task);
        while (inside != null) {
            user = inside;
            inside = inside(user);
        }
        return user;
    }

    /** Null for what is no wrapper, or has nothing inside any more. */
    static @Nullable Object inside(Object task) {
        if (task instanceof TaskWrapper wrapper) {
            return wrapper.longstackTask();
        }
        if (task.getClass().getModule() != Object.class.getModule()) {
            return null;
        }
        Object inside = JdkFields.get().task(task);
        return inside == JdkFields.NO_FIELD ? null : inside;
    }
}
