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

    /** An event in which a thread waited; which types those are is told by {@link WaitKind}. */
    void waited(Wait wait);

    /** The JVM stood still, for a garbage collection or another safepoint. */
    void paused(String type, long startNanos, long endNanos);

    /** {@code longstack.StreamBuffer}. */
    void streamBuffer(StreamBuffer buffer);

    /** {@code longstack.TrackedObject}. */
    void trackedObject(TrackedObject object);

    /** {@code longstack.RuntimeStatistics}. */
    void statistics(Statistics statistics);

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
     * A thread waited.
     *
     * @param type the event's, one that {@link WaitKind} knows
     * @param thread the one that waited
     * @param subject the class of the monitor or of what it parked for, a peer as {@code host:port}, a path; null for none
     * @param address tells monitors and parked-for objects of one class apart; 0 for unknown
     * @param holder the thread that owned the monitor last before the wait ended; null for none or unknown
     * @param stack a frame a line; null for none
     */
    record Wait(
            String type,
            long startNanos,
            long endNanos,
            String thread,
            @Nullable String subject,
            long address,
            @Nullable String holder,
            @Nullable String stack) {}

    /**
     * A chunk that went through a stream, and what the stream held afterwards; sizes in bytes, -1 for unknown.
     *
     * @param internalNanos spent by the stream itself on the chunk
     * @param demand how many chunks were asked for and not yet delivered
     */
    record StreamBuffer(
            long streamId,
            String stream,
            long contextId,
            long startNanos,
            long endNanos,
            long chunkBytes,
            long heldBytes,
            long heldElements,
            long internalNanos,
            long demand) {}

    /** Something happened to an object that the application tracks. */
    record TrackedObject(
            long objectId,
            @Nullable String objectClass,
            long contextId,
            @Nullable String action,
            long timeNanos) {}

    /** How many contexts were alive, created and released at a time. */
    record Statistics(
            long timeNanos, long liveContexts, long createdContexts, long releasedContexts, long trackedObjects) {}

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
