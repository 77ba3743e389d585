package dev.longstack.jmc.adapter.table;

/** The columns of the table of requests. */
public enum RequestColumn {
    OPERATION("Operation", "What was called", Form.TEXT),
    STEP("Step", "Where it was called, for work without a request", Form.TEXT),
    START("Start", "When it began to run", Form.NUMBER),
    DURATION("Duration", "From its begin to the end of the last step", Form.NUMBER),
    QUEUED("Queued", "The part of the time in which nothing of it ran and something was queued", Form.SHARE),
    RAN("Ran", "The part of the time in which something of it ran, on a thread that did not wait", Form.SHARE),
    WAITED("Waited", "The part of the time in which nothing of it ran or was queued", Form.SHARE),
    HOPS("Hops", "Async steps below it", Form.NUMBER),
    THREADS("Threads", "Different threads that ran something of it", Form.NUMBER),
    STATE("State", "How it stood when the recording ended", Form.TEXT),
    HINTS("Hints", "What it said of itself", Form.TEXT);

    /** How a column looks. */
    public enum Form {
        TEXT,
        NUMBER,
        /** A part of the duration, from 0 to 1. */
        SHARE
    }

    private final String title;
    private final String explanation;
    private final Form form;

    RequestColumn(String title, String explanation, Form form) {
        this.title = title;
        this.explanation = explanation;
        this.form = form;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    public Form form() {
        return form;
    }
}
