package dev.longstack.jmc.adapter.table;

/** The columns of the table of requests. */
public enum RequestColumn {
    OPERATION("Operation", "The request, or what started the work", Form.TEXT),
    STEP("Step", "Where the work was started, if it belongs to no request", Form.TEXT),
    START("Start", "When it started running", Form.NUMBER),
    DURATION("Duration", "Time from its start to the end of its last step", Form.NUMBER),
    QUEUED("Queued", "Share of the time in which none of it ran and some of it was queued", Form.SHARE),
    RAN("Ran", "Share of the time in which some of it ran on a thread that was not waiting", Form.SHARE),
    WAITED("Waited", "Share of the time in which none of it ran or was queued", Form.SHARE),
    HOPS("Hops", "Asynchronous steps below it", Form.NUMBER),
    THREADS("Threads", "Threads that ran some of it", Form.NUMBER),
    STATE("State", "State when the recording ended", Form.TEXT),
    HINTS("Hints", "Notes that the application attached to it", Form.TEXT);

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
