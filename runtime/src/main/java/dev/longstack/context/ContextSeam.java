package dev.longstack.context;

import dev.longstack.seam.Entry;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The entry points for contexts. */
final class ContextSeam {
    private static final Entry ENTRY = Entry.named("ApiEntry");

    static final MethodHandle CURRENT_ID = ENTRY.find("currentId", long.class);
    static final MethodHandle CURRENT = ENTRY.find("current", Object.class);
    static final MethodHandle CURRENT_OWNER = ENTRY.find("currentOwner", Object.class);
    static final MethodHandle ASK_ELSEWHERE = ENTRY.find("askElsewhere", void.class, Supplier.class);
    static final MethodHandle CREATE =
            ENTRY.find("create", Object.class, String.class, String.class, Class.class, Object.class, Supplier.class);
    static final MethodHandle CREATE_CHILD_OF = ENTRY.find(
            "createChildOf", Object.class, long.class, String.class, String.class, Class.class, Supplier.class);
    static final MethodHandle REQUEST = ENTRY.find("request", Object.class, String.class);
    static final MethodHandle ID_OF = ENTRY.find("idOf", long.class, Object.class);
    static final MethodHandle PARENT_ID_OF = ENTRY.find("parentIdOf", long.class, Object.class);
    static final MethodHandle OPERATION_OF = ENTRY.find("operationOf", String.class, Object.class);
    static final MethodHandle KIND_OF = ENTRY.find("kindOf", String.class, Object.class);
    static final MethodHandle TASK_CLASS_OF = ENTRY.find("taskClassOf", Class.class, Object.class);
    static final MethodHandle ARGUMENTS_OF = ENTRY.find("argumentsOf", Map.class, Object.class);
    static final MethodHandle CREATION_OF = ENTRY.find("creationOf", Throwable.class, Object.class);
    static final MethodHandle BEGIN = ENTRY.find("begin", void.class, Object.class, Object.class);
    static final MethodHandle END = ENTRY.find("end", void.class, Object.class, Throwable.class);
    static final MethodHandle RUN =
            ENTRY.find("run", Object.class, Object.class, Object.class, Object.class, Callable.class);
    static final MethodHandle DETACH = ENTRY.find("detach", void.class, Object.class);
    static final MethodHandle RELEASE = ENTRY.find("release", void.class, Object.class, String.class);
    static final MethodHandle HINTS_ON = ENTRY.find("hintsOn", boolean.class);
    static final MethodHandle HINT = ENTRY.find("hint", void.class, String.class, String.class);
    static final MethodHandle VALUE_DECLARED = ENTRY.find("valueDeclared", void.class);
    static final MethodHandle VALUE = ENTRY.find("value", Object.class, Object.class);
    static final MethodHandle SET_VALUE = ENTRY.find("setValue", void.class, Object.class, Object.class);

    private ContextSeam() {}
}
