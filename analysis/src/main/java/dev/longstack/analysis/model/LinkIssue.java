package dev.longstack.analysis.model;

/** A fault of the recording, counted; docs/issues.md has a paragraph on each. */
public enum LinkIssue {
    CREATION_MISSING(
            "creation missing",
            false,
            "Every creation was to be recorded and this one is not in the file.",
            "Record for longer, or raise maxsize: the oldest chunks were thrown away."),
    PARENT_MISSING(
            "parent missing",
            true,
            "The parent is not in the recording: the async stack ends there, unknown.",
            "Start the recording before the work, or raise maxsize and maxage."),
    PARENT_UNKNOWN(
            "parent unknown",
            true,
            "Who created the work can't be told: it came from a thread that lives on, from a loop that takes work from a queue"
                    + " that is not followed, or from an object that waited under several parents. The recorder does not guess.",
            "Hand each piece of work over as an object of its own, through an executor, or wrapped by Deferred.wrap."),
    REQUEST_UNKNOWN(
            "request unknown",
            false,
            "A thread that was started, or a loop that takes work from a queue, may have worked for anybody since: it and what"
                    + " it created count for no request. One that ended within its starter's request is shown there as assumed.",
            "Give each piece of work to an executor, or wrap it by Deferred.wrap where it enters the queue."),
    NEVER_INVOKED(
            "never invoked",
            false,
            "Created, and neither run nor released when the recording ended.",
            "Look for a queue that nobody empties, or a future that nobody completes."),
    RUNNING(
            "still running",
            false,
            "It had not ended when the recording did.",
            "Look at the thread: what hangs shows here."),
    INVOKED_AFTER_RELEASE(
            "invoked after release",
            true,
            "It ran although its queue or future had let it go.",
            "Somebody ran the tasks that shutdownNow returned, or called run() by hand."),
    CLOCK_WENT_BACK(
            "clock went back",
            true,
            "A span is negative; it is shown as 0.",
            "The clock was set, or chunks of several machines were joined."),
    IMPOSSIBLE_TIME(
            "impossible time",
            true,
            "A time lies before 1970 or after 2116, or a duration is as long; it is shown as unknown, or as no time at all.",
            "The file is damaged; record again, or copy the recording again."),
    TRUNCATED(
            "file not whole",
            true,
            "Part of the recording is missing or damaged; everything else was read.",
            "The JVM was killed, or the file was damaged or cut while it was copied; copy or record it again."),
    NO_CONTEXT(
            "event of no context",
            true,
            "An event's context id can be nobody's; the event is left out.",
            "The file is damaged, or somebody else writes events of these names."),
    DROPPED(
            "left out by the recorder",
            false,
            "Roots or stacks were left out to hold the budget, with all below them.",
            "Raise the agent's option 'budget', or lower 'sample'."),
    SEVERAL_PROCESSES(
            "several processes",
            true,
            "Events of several JVMs are in one file: their ids are not the same contexts.",
            "Analyse each JVM's recording by itself."),
    CYCLE(
            "cycle",
            true,
            "A context is its own ancestor; the chain is cut there.",
            "Ids given by hand must be ids of contexts that exist.");

    private final String title;
    private final boolean harmful;
    private final String explanation;
    private final String remedy;

    LinkIssue(String title, boolean harmful, String explanation, String remedy) {
        this.title = title;
        this.harmful = harmful;
        this.explanation = explanation;
        this.remedy = remedy;
    }

    public String title() {
        return title;
    }

    /** Whether an answer may be wrong or incomplete for it; else it is only worth knowing. */
    public boolean isHarmful() {
        return harmful;
    }

    public String explanation() {
        return explanation;
    }

    public String remedy() {
        return remedy;
    }
}
