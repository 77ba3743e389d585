package dev.longstack.frameworks;

/**
 * Says which request or element a step works for, where {@code -Dframeworks.steps} asks for it: {@code record} as an event,
 * {@code print} as a line. Else it does nothing.
 */
public final class Steps {
    /** The first step of a request. */
    public static final String REQUEST = "request";

    private static final String MODE = System.getProperty("frameworks.steps", "");
    private static final boolean RECORD = MODE.equals("record");
    private static final boolean PRINT = MODE.equals("print");

    private Steps() {}

    /** To be called inside the step. */
    public static void step(long id, String what) {
        if (RECORD) {
            new StepEvent(id, what).commit();
        }
        if (PRINT) {
            System.out.println("step " + id + " " + what);
        }
    }

    /** The number after {@code id=} at the end of a query or an address; 0 for none. */
    public static long id(String query) {
        int at = query.lastIndexOf("id=");
        return at < 0 ? 0 : Long.parseLong(query.substring(at + 3));
    }
}
