package dev.longstack.agent.weave;

/**
 * A call that starts a thread for each task, and for nothing else.
 *
 * @param className the class, by internal name
 * @param method its methods of this name
 * @param operation what contexts that it creates are called
 * @param many whether one call takes any number of tasks
 */
public record ThreadPerTask(String className, String method, String operation, boolean many) {
    /** Names what is created inside the call. */
    void weave(WovenClass woven) {
        for (WovenMethod each : woven.methods(method)) {
            if (many) {
                Patterns.schedulesAll(each, operation);
            } else {
                Patterns.schedulesThread(each, operation);
            }
        }
    }
}
