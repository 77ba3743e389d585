package dev.longstack.agent.weave;

import dev.longstack.propagate.hooks.CompletionHooks;
import dev.longstack.propagate.hooks.ExchangeHooks;
import dev.longstack.propagate.hooks.FlowHooks;
import dev.longstack.propagate.hooks.ForkJoinHooks;
import dev.longstack.propagate.hooks.HandleHooks;
import dev.longstack.propagate.hooks.InterceptHooks;
import dev.longstack.propagate.hooks.QueueHooks;
import dev.longstack.propagate.hooks.RequestHooks;
import dev.longstack.propagate.hooks.ScheduleHooks;
import dev.longstack.propagate.hooks.ScopeHooks;
import dev.longstack.propagate.hooks.ServletHooks;
import dev.longstack.propagate.hooks.TaskHooks;
import dev.longstack.propagate.hooks.ThreadHooks;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/*
 * Types of parameters that are woven themselves are named by text: loading one from here, in the middle of weaving another
 * class, would hide it from the transformer.
 */
/** What woven code can call: the static methods of the boot part. A test holds each against its class. */
public enum Hook {
    // scheduling calls, futures, runs
    SCHEDULING(TaskHooks.class, "scheduling", String.class, Object.class),
    SCHEDULING_THREAD(TaskHooks.class, "schedulingThread", String.class, Object.class),
    SCHEDULING_ALL(TaskHooks.class, "schedulingAll", String.class),
    SCHEDULED(TaskHooks.class, "scheduled"),
    FUTURE_CREATED(TaskHooks.class, "futureCreated", Object.class, Object.class),
    TASK_CREATED(TaskHooks.class, "taskCreated", Object.class, Object.class, String.class),
    BEGIN(TaskHooks.class, "begin", Object.class),
    END(TaskHooks.class, "end", Object.class),
    END_FAILED(TaskHooks.class, "endFailed", Object.class, Throwable.class),
    FAILING(TaskHooks.class, "failing", Object.class, Throwable.class),
    CANCELLED(TaskHooks.class, "cancelled", boolean.class, Object.class),

    // pools and the queues that they take their tasks from
    EXECUTING(QueueHooks.class, "executing", Object.class, Queue.class),
    EXECUTING_FOR_OTHERS(QueueHooks.class, "executingForOthers", Object.class, Queue.class, String.class, String.class),
    HANDED_ON(QueueHooks.class, "handedOn", Object.class),
    EXECUTED(QueueHooks.class, "executed"),
    OFFERED(QueueHooks.class, "offered", Object.class, Object.class),
    TAKEN(QueueHooks.class, "taken", Object.class, Object.class),
    DROPPED(QueueHooks.class, "dropped", Object.class),
    BEGIN_TASK(QueueHooks.class, "beginTask", Object.class, Object.class),
    REJECTING(QueueHooks.class, "rejecting", Object.class),
    REJECTED(QueueHooks.class, "rejected", Object.class),
    REMOVED(QueueHooks.class, "removed", boolean.class, Object.class),
    REMOVED_ALL(QueueHooks.class, "removedAll", List.class),

    TOOK_ELEMENT(QueueHooks.class, "tookElement", Object.class),
    TOOK_ELEMENTS(QueueHooks.class, "tookElements", int.class),
    TOOK_TASK(QueueHooks.class, "tookTask", Object.class),
    DRAINING(QueueHooks.class, "draining", Object.class),

    // items of publishers
    ITEM_OFFERING(FlowHooks.class, "offering", Object.class, Object.class, Object.class),
    ITEM_OFFERED(FlowHooks.class, "offered", Object.class, int.class),
    ITEM_CONSUMING(FlowHooks.class, "consuming", Object.class, Object.class),
    ITEMS_CANCELLED(FlowHooks.class, "cancelled", Object.class),

    // work for later, once or periodically
    SCHEDULING_LATER(ScheduleHooks.class, "scheduling", String.class, Object.class),
    SCHEDULED_LATER(ScheduleHooks.class, "scheduled", Object.class),
    LATER_CREATED(ScheduleHooks.class, "created", Object.class, Object.class, long.class),
    LATER_RUNNING(ScheduleHooks.class, "running", Object.class),
    BEGIN_ONE(ScheduleHooks.class, "begin", Object.class),
    END_ONE(ScheduleHooks.class, "ended", Object.class),
    END_ONE_FAILED(ScheduleHooks.class, "endedFailed", Object.class, Throwable.class),
    KEPT_BACK(ScheduleHooks.class, "keptBack", Object.class, Object.class),
    HANDING_OVER(ScheduleHooks.class, "handingOver", Object.class, Object.class),
    TIMED(ScheduleHooks.class, "timed", Object.class, long.class, long.class),
    TIMING(ScheduleHooks.class, "timing", Object.class, Object.class, long.class, long.class),
    CLEARED(ScheduleHooks.class, "cleared", Object[].class),

    // ForkJoinPool and its tasks
    FORK_SCHEDULING(ForkJoinHooks.class, "scheduling", Object.class, String.class, Object.class),
    FORK_SCHEDULED(ForkJoinHooks.class, "scheduled", Object.class),
    SUBMITTING(ForkJoinHooks.class, "submitting", Object.class, Object.class),
    FORKING(ForkJoinHooks.class, "forking", Object.class),
    DELAYING(ForkJoinHooks.class, "delaying", Object.class, Object.class, long.class, boolean.class),
    BEGIN_FORK(ForkJoinHooks.class, "begin", Object.class),
    END_FORK(ForkJoinHooks.class, "end", Object.class),
    END_FORK_FAILED(ForkJoinHooks.class, "endFailed", Object.class, Throwable.class),

    // continuations of CompletableFuture
    STAGE_SCHEDULING(CompletionHooks.class, "scheduling", Object.class),
    CONTINUATION_CREATED(
            CompletionHooks.class, "created", Object.class, Object.class, Object.class, String.class, String.class),
    COMPLETING(CompletionHooks.class, "completing", Object.class, Object.class),
    RELAYING(CompletionHooks.class, "relaying", Object.class, Object.class),
    CLAIMED(CompletionHooks.class, "claimed", boolean.class, Object.class),
    ARM(CompletionHooks.class, "arm", Object.class),
    DISARM(CompletionHooks.class, "disarm"),
    BEGIN_ARMED(CompletionHooks.class, "beginArmed", Object.class),
    PASSED(CompletionHooks.class, "passed", Object.class),

    // threads
    THREAD_STARTING(ThreadHooks.class, "starting", Thread.class, Object.class),
    THREAD_NOT_STARTED(ThreadHooks.class, "notStarted", Thread.class),
    WORKER_STARTING(ThreadHooks.class, "startingWorker"),
    WORKER_STARTED(ThreadHooks.class, "startedWorker"),
    BEGIN_THREAD(ThreadHooks.class, "begin", Thread.class),
    VIRTUAL_CONSTRUCTED(ThreadHooks.class, "constructed", Thread.class, Object.class, Object.class),
    VIRTUAL_STARTING(ThreadHooks.class, "startingVirtual", Thread.class),
    END_VIRTUAL(ThreadHooks.class, "endVirtual", Thread.class),
    END_VIRTUAL_FAILED(ThreadHooks.class, "endVirtualFailed", Thread.class, Throwable.class),

    // scopes, requests, handles
    SCOPE_OPENED(ScopeHooks.class, "opened", Object.class),
    BEGIN_REQUEST(RequestHooks.class, "begin", Object.class, String.class, String.class),
    SERVING(RequestHooks.class, "serving", Object.class, String.class, String.class, String.class, String.class),
    ROUTED(RequestHooks.class, "routed", Object.class, String.class),
    SERVING_FAILED(ServletHooks.class, "failed", Object.class, Throwable.class),
    EXCHANGE_ENTERED(ExchangeHooks.class, "entered", Object.class, String.class, String.class),
    EXCHANGE_RESUMED(ExchangeHooks.class, "resumed", Object.class),
    EXCHANGE_WORKED_ON(ExchangeHooks.class, "workedOn", Object.class, String.class, String.class),
    EXCHANGE_LEFT(ExchangeHooks.class, "left", Object.class),
    EXCHANGE_LEFT_FAILED(ExchangeHooks.class, "leftFailed", Object.class, Throwable.class),
    EXCHANGE_ENDS_TWICE(ExchangeHooks.class, "endsTwice", Object.class, Object.class),
    EXCHANGE_ENDED(ExchangeHooks.class, "ended", Object.class),
    HANDLE_OPENED(HandleHooks.class, "opened", Object.class),
    HANDLE_CLOSING(HandleHooks.class, "closing", Object.class),

    /** Answers with what the server is to run instead. */
    RUNS_LATER(Runnable.class, ExchangeHooks.class, "runsLater", Runnable.class, String.class),

    // what is called in the place of the user's object, see Intercepting
    INTERCEPT_RUNNABLE("runnable", "java/lang/Runnable"),
    INTERCEPT_CALLABLE("callable", "java/util/concurrent/Callable"),
    INTERCEPT_SUPPLIER("supplier", "java/util/function/Supplier"),
    INTERCEPT_FUNCTION("function", "java/util/function/Function"),
    INTERCEPT_CONSUMER("consumer", "java/util/function/Consumer"),
    INTERCEPT_BI_FUNCTION("biFunction", "java/util/function/BiFunction"),
    INTERCEPT_BI_CONSUMER("biConsumer", "java/util/function/BiConsumer"),
    INTERCEPT_TIMER_TASK("timerTask", "java/util/TimerTask");

    private final Class<?> owner;
    private final String method;
    private final String descriptor;

    Hook(Class<?> owner, String method, Class<?>... parameters) {
        this(void.class, owner, method, parameters);
    }

    Hook(Class<?> result, Class<?> owner, String method, Class<?>... parameters) {
        this.owner = owner;
        this.method = method;
        Type[] types = new Type[parameters.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = Type.getType(parameters[i]);
        }
        this.descriptor = Type.getMethodDescriptor(Type.getType(result), types);
    }

    /** Answers with an object of this type, by internal name, in the place of the first argument, which is of this type too. */
    Hook(String method, String type) {
        this.owner = InterceptHooks.class;
        this.method = method;
        Type intercepted = Type.getObjectType(type);
        this.descriptor = Type.getMethodDescriptor(intercepted, intercepted, Type.getType(Object.class));
    }

    Class<?> owner() {
        return owner;
    }

    String method() {
        return method;
    }

    String descriptor() {
        return descriptor;
    }

    /** The internal name of the type that an intercepting hook is for. */
    String interceptedType() {
        return Type.getReturnType(descriptor).getInternalName();
    }

    MethodInsnNode instruction() {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, Type.getInternalName(owner), method, descriptor, false);
    }

    /** Whether it stands in for the user's object. */
    boolean intercepts() {
        return owner == InterceptHooks.class;
    }

    /** Whether code that calls a method of this class, by internal name, was woven by us. */
    static boolean isOwner(String className) {
        return Owners.NAMES.contains(className);
    }

    private static final class Owners {
        static final Set<String> NAMES = new HashSet<>();

        static {
            for (Hook hook : values()) {
                NAMES.add(Type.getInternalName(hook.owner));
            }
        }
    }
}
