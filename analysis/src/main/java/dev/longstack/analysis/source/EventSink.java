package dev.longstack.analysis.source;

import org.jspecify.annotations.Nullable;

/**
 * Takes the events of a recording, in any order. Times are nanoseconds since the epoch, spans nanoseconds; {@link #UNKNOWN}
 * stands for a span that the recorder could not tell. Threads are {@code name#id}, since names repeat.
 */
public interface EventSink {
    long UNKNOWN = Long.MIN_VALUE;

    /** {@code longstack.ContextCreation}; the stack is a frame a line, null for none. */
    void creation(ContextFacts context, long timeNanos, @Nullable String thread, @Nullable String stack);

    /** {@code longstack.ContextInvocation}. */
    void invocation(ContextFacts context, Run run, Schedule schedule);

    /** {@code longstack.ContextRelease}. */
    void release(ContextFacts context, long timeNanos, String reason);

    /** {@code longstack.ActiveInvocation}: it began at the run's start and had not ended at its end. */
    void active(ContextFacts context, Run run);

    /** {@code longstack.CallSite}. */
    void callSite(CallSite site);

    /** {@code longstack.Hint}. */
    void hint(long contextId, long timeNanos, String name, @Nullable String details);

    /** {@code longstack.OpenRequest}. */
    void openRequest(OpenRequest open);

    /** {@code longstack.Dropped}. */
    void dropped(Dropped dropped);

    /** {@code longstack.Configuration}. */
    void configuration(Configuration configuration);

    /** {@code jdk.JVMInformation}. */
    void jvm(Jvm jvm, long timeNanos);

    /** Any other event: the span of the recording goes by it. */
    void other(String type, long timeNanos);

    /** A piece of the recording could not be read. */
    void unreadable(String what);

    /**
     * One run.
     *
     * @param invocation from 1 on
     * @param thread the one it ran on; null for unknown
     * @param failure class of the exception; null for none
     * @param requestId 0 for none, -1 for unknown to the recorder
     * @param request the request's name when the run ended; null where the event does not tell
     */
    record Run(
            int invocation,
            long startNanos,
            long endNanos,
            @Nullable String thread,
            @Nullable String failure,
            long requestId,
            @Nullable String request) {}

    /**
     * How a run came about.
     *
     * @param triggerId 0 where it does not differ from the parent, -1 for unknown
     * @param queueLength unknown where there is no type of a queue, or where it is negative
     */
    record Schedule(
            long triggerId,
            @Nullable String creationThread,
            long delayNanos,
            long queueNanos,
            @Nullable String queueType,
            int queueLength) {}

    /**
     * What of a request is neither over nor released.
     *
     * @param openSteps some of them, newest first, a line each: context id, kind, operation, task class; null for none
     * @param collected whether nobody can reach them any more
     */
    record OpenRequest(
            long requestId,
            @Nullable String request,
            long timeNanos,
            int openHops,
            @Nullable String openSteps,
            boolean collected) {}

    /** What was left out so far for a reason, and one in how many roots was recorded then; 0 where the event does not tell. */
    record Dropped(String reason, long count, long timeNanos, int sampleEvery) {}

    /** Counts of a call site, cumulative; the stack is typical for it, a frame a line. */
    record CallSite(
            String operation,
            @Nullable String taskClass,
            @Nullable String parentOperation,
            long created,
            long stacksTaken,
            @Nullable String stack) {}

    /** The observed JVM; what it was started as is the first word of its command line, without arguments. */
    record Jvm(long pid, @Nullable String version, @Nullable String startedAs) {}

    /** Which recorder wrote, and how it was set. */
    record Configuration(
            long processInstance,
            int protocolVersion,
            @Nullable String runtimeVersion,
            @Nullable String options,
            @Nullable String creations,
            @Nullable String failedClasses) {}
}
