package dev.longstack.analysis.text;

/** The columns of a tree of steps. */
public enum StepColumn {
    STEP("Step", "Operation, and where in your code it was called"),
    BEGAN("Began", "Time since the request began"),
    AWAITED(
            "Awaited",
            "Time from its creation until it was due: until what it continues had completed, or as scheduled"),
    QUEUED("Queued", "Time from when it was due until it ran"),
    RAN("Ran", "Time in its runs during which the thread did not wait"),
    WAITED("Waited", "Time in its runs during which the thread waited, as far as the recording has waits"),
    CRITICAL("Critical", "Time on the critical path: the request could not end before it"),
    THREAD("Thread", "Thread of its first run"),
    STATE("State", "State when the recording ended, and what it waited for");

    private final String title;
    private final String explanation;

    StepColumn(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    public boolean isNumber() {
        return this == BEGAN || this == AWAITED || this == QUEUED || this == RAN || this == WAITED || this == CRITICAL;
    }
}
