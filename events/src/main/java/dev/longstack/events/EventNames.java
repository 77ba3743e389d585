package dev.longstack.events;

/** The names of the events in a recording. */
public final class EventNames {
    public static final String PREFIX = "longstack.";

    public static final String CONTEXT_CREATION = PREFIX + "ContextCreation";
    public static final String CONTEXT_INVOCATION = PREFIX + "ContextInvocation";
    public static final String CONTEXT_RELEASE = PREFIX + "ContextRelease";
    public static final String ACTIVE_INVOCATION = PREFIX + "ActiveInvocation";
    public static final String OPEN_REQUEST = PREFIX + "OpenRequest";
    public static final String CALL_SITE = PREFIX + "CallSite";
    public static final String HINT = PREFIX + "Hint";
    public static final String STREAM_BUFFER = PREFIX + "StreamBuffer";
    public static final String TRACKED_OBJECT = PREFIX + "TrackedObject";
    public static final String VIRTUAL_THREAD_PARK = PREFIX + "VirtualThreadPark";
    public static final String TRACE_LINK = PREFIX + "TraceLink";
    public static final String DROPPED = PREFIX + "Dropped";
    public static final String RUNTIME_STATISTICS = PREFIX + "RuntimeStatistics";
    public static final String CONFIGURATION = PREFIX + "Configuration";

    private EventNames() {}
}
