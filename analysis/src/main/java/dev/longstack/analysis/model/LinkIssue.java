package dev.longstack.analysis.model;

/** Something that a recording lacks, counted; docs/issues.md has a paragraph on each. */
public enum LinkIssue {
    CREATION_MISSING(
            "creation missing",
            false,
            "The recorder was set to record every creation, but these are not in the file.",
            "Start the recording before the work, or raise maxsize: the oldest chunks were discarded."),
    PARENT_MISSING(
            "parent missing",
            true,
            "The parents of these contexts are not in the recording; their async stacks end there.",
            "Start the recording before the work, or raise maxsize and maxage."),
    PARENT_UNKNOWN(
            "parent unknown",
            true,
            "The recorder could not know who created this work: it came from a long-lived thread, from a loop over a queue"
                    + " that is not followed, or from an object queued for several parents at once.",
            "Give each piece of work to an executor, or wrap it with Deferred.wrap where it enters the queue."),
    REQUEST_UNKNOWN(
            "request unknown",
            false,
            "A started thread, or a loop that takes work from a queue, may work for anyone, so neither it nor what it creates"
                    + " counts towards a request. If it ended within its starter's request, it is shown there as assumed.",
            "Give each piece of work to an executor, or wrap it with Deferred.wrap where it enters the queue."),
    NEVER_INVOKED(
            "never invoked",
            false,
            "This work had neither run nor been released when the recording ended.",
            "Some of it may have been about to run; otherwise look for a queue that nobody empties or a future that nobody"
                    + " completes."),
    RUNNING(
            "still running",
            false,
            "These runs had not ended when the recording did.",
            "If one takes unusually long, look at what its thread is doing."),
    INVOKED_AFTER_RELEASE(
            "invoked after release",
            true,
            "This work ran although its queue or future had already let it go.",
            "Look for code that runs the tasks returned by shutdownNow, or that calls run() itself."),
    CLOCK_WENT_BACK(
            "clock went back",
            true,
            "Some durations are negative; they are shown as 0.",
            "Check whether the machine's clock was set, or the file joins recordings from several machines."),
    IMPOSSIBLE_TIME(
            "impossible time",
            true,
            "A time is before 1970 or after 2116, or a duration is as long; it is shown as unknown, or as no time at all.",
            "The file is damaged: copy it again or make a new recording."),
    TRUNCATED(
            "file not whole",
            true,
            "Part of the recording is missing or damaged; everything else was read.",
            "Copy the file again or make a new recording; a JVM that was killed leaves its last chunk incomplete."),
    NO_CONTEXT(
            "event of no context",
            true,
            "Some events have an impossible context id; they are left out.",
            "Check whether the file is damaged, or another program writes events with these names."),
    DROPPED(
            "left out by the recorder",
            false,
            "To stay within its budget, the recorder left out some requests with everything below them, or some stack traces.",
            "Raise the agent's option 'budget', or lower 'sample'."),
    SEVERAL_PROCESSES(
            "several processes",
            true,
            "The file has events from several JVMs; the same id may stand for different contexts.",
            "Analyze each JVM's recording separately."),
    CYCLE(
            "cycle",
            true,
            "Some contexts are their own ancestors; the chain is cut there.",
            "If your code sets ids itself, use only ids of contexts that exist.");

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

    /** Whether it may make an answer wrong or incomplete; otherwise it is only worth knowing. */
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
