package dev.longstack.jmc.adapter.table;

/** The columns of the tree of steps. */
public enum StepColumn {
    STEP("Step", "What was called, and where"),
    BEGAN("Began", "Since the request began"),
    AWAITED("Awaited", "From its creation until it was due: for what it continues, or scheduled for later"),
    QUEUED("Queued", "From when it was due until it ran"),
    RAN("Ran", "From begin to end, of all its runs"),
    CRITICAL("Critical", "What of the request's time had to wait for this step"),
    THREAD("Thread", "On which it ran first"),
    STATE("State", "How it stood when the recording ended");

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
        return this == BEGAN || this == AWAITED || this == QUEUED || this == RAN || this == CRITICAL;
    }
}
