package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.NOTHING;
import static dev.longstack.agent.weave.Insert.self;
import static dev.longstack.agent.weave.Insert.text;
import static dev.longstack.agent.weave.Insert.top;

/** What many families do in the same way; runs are in {@link Run}. */
public final class Patterns {
    private Patterns() {}

    /** A method that takes a task first: the context created inside is named by this operation. */
    public static void schedules(WovenMethod method, String operation) {
        method.aroundBody(text(operation).and(method.argument(0)).call(Hook.SCHEDULING), NOTHING.call(Hook.SCHEDULED));
    }

    /** A method that creates any number of contexts, all named by this operation. */
    public static void schedulesAll(WovenMethod method, String operation) {
        method.aroundBody(text(operation).call(Hook.SCHEDULING_ALL), NOTHING.call(Hook.SCHEDULED));
    }

    /** A method that starts a thread for each task, and for nothing else: the thread is the task. */
    public static void schedulesThread(WovenMethod method, String operation) {
        Insert task = method.takesObjectFirst() ? method.argument(0) : Insert.nothing();
        method.aroundBody(text(operation).and(task).call(Hook.SCHEDULING_THREAD), NOTHING.call(Hook.SCHEDULED));
    }

    /** A method that answers with an element which it took out of a queue; null for none. */
    public static void takesElement(WovenMethod method) {
        method.beforeReturn(top().call(Hook.TOOK_ELEMENT));
    }

    /** The same of a collection that is used for many other things. */
    public static void takesTask(WovenMethod method) {
        method.beforeReturn(top().call(Hook.TOOK_TASK));
    }

    /**
     * A method of a server's pool that takes a task first: what applications give it is linked, what the server does for itself
     * is nobody's.
     *
     * @param own what the names of the server's classes begin with, one after another with blanks between
     */
    public static void executesForOthers(WovenMethod execute, Insert queue, String operation, String own) {
        Insert command = execute.argument(0);
        execute.aroundBody(
                command.and(queue).and(text(operation)).and(text(own)).call(Hook.EXECUTING_FOR_OTHERS),
                NOTHING.call(Hook.EXECUTED),
                command.call(Hook.REJECTING).and(command).call(Hook.REJECTED));
    }

    /** A loop that works on elements of many submitters: what it creates has no known parent. */
    public static void drains(WovenMethod method) {
        Run.of(Hook.DRAINING).aroundBody(method);
    }

    /** A method that starts threads of a pool: they are nobody's. */
    public static void startsWorkers(WovenMethod method) {
        method.aroundBody(NOTHING.call(Hook.WORKER_STARTING), NOTHING.call(Hook.WORKER_STARTED));
    }

    /** A method of a future or task that answers whether it is cancelled now. */
    public static void cancels(WovenMethod method) {
        method.beforeReturn(top().and(self()).call(Hook.CANCELLED));
    }

    /** A method of a wrapper that calls the user's task: interceptors are let in, the run has begun elsewhere. */
    public static void intercepted(WovenMethod method) {
        method.intercept(Intercepting::known, self());
    }

    /** The constructor of a queue's node, or of a worker, for this task: it takes the token along. */
    public static void offered(WovenMethod constructor, Insert task) {
        constructor.beforeReturn(self().and(task).call(Hook.OFFERED));
    }

    /** A method that answers with the task which leaves this node. */
    public static void takes(WovenMethod method, Insert carrier) {
        method.beforeReturn(carrier.andTop().call(Hook.TAKEN));
    }
}
