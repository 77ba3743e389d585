package dev.longstack.record;

import dev.longstack.events.ContextKind;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * All creations of one kind, operation, task class and operation of the parent: they share a typical stack, so that production
 * settings needn't take one at each creation. Any thread.
 */
final class CallSite {
    /** For what is not recorded. */
    static final CallSite NOWHERE = new CallSite(ContextKind.TASK, "", null, null);

    private static final long FIRST_STACKS = 4;
    private static final long REFRESH_NANOS = 10_000_000_000L;

    final ContextKind kind;
    final String operation;
    final @Nullable Class<?> taskClass;
    final @Nullable String parentOperation;
    /** Whether it goes on with what was current, as nearly all do. */
    final boolean inherits;
    /** Whether what is to run is a class of the JDK: an inner step, such as those of its HttpClient. */
    final boolean isOfTheJdk;
    /** Whether a run that takes an element out of a queue may be a loop that works for anybody from then on. */
    final boolean mayBecomeWorker;

    final LongAdder created = new LongAdder();
    final LongAdder invoked = new LongAdder();
    final LongAdder released = new LongAdder();

    private volatile long stacksTaken;
    private volatile long lastTakenNanos;
    private volatile @Nullable String stack;

    CallSite(ContextKind kind, String operation, @Nullable Class<?> taskClass, @Nullable String parentOperation) {
        this.kind = kind;
        this.operation = operation;
        this.taskClass = taskClass;
        this.parentOperation = parentOperation;
        this.inherits = NotInherited.inherits(taskClass);
        this.isOfTheJdk = taskClass != null && isOfTheJdk(taskClass);
        // queues inside the JDK's own tasks hold buffers of one exchange
        this.mayBecomeWorker = kind == ContextKind.TASK && taskClass != null && !isOfTheJdk;
    }

    private static boolean isOfTheJdk(Class<?> type) {
        String module = type.getModule().getName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    // by identity first: operations are literals or canonical
    @SuppressWarnings("ReferenceEquality")
    boolean matches(ContextKind kind, String operation, @Nullable String parentOperation) {
        return this.kind == kind
                && (this.operation == operation || this.operation.equals(operation))
                && (this.parentOperation == parentOperation || Objects.equals(this.parentOperation, parentOperation));
    }

    /** The first few creations, and then one every ten seconds. */
    boolean wantsStack(long nowNanos) {
        return stacksTaken < FIRST_STACKS || nowNanos - lastTakenNanos > REFRESH_NANOS;
    }

    /** A race may lose one count: the number is shown as "seen n of m" and decides nothing. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void stackTaken(long nowNanos) {
        lastTakenNanos = nowNanos;
        stacksTaken++;
        if (stack == null) {
            stack = StackText.ofCaller();
        }
    }

    long stacksTaken() {
        return stacksTaken;
    }

    /** The stack as an exception that says that it is only typical; null where none was taken. */
    @Nullable
    Throwable typicalStack() {
        String text = stack;
        return text == null
                ? null
                : StackText.parse(
                        "created by " + operation + ", typically (seen " + stacksTaken + " of " + created.sum() + ")",
                        text);
    }

    @Nullable
    String stack() {
        return stack;
    }
}
