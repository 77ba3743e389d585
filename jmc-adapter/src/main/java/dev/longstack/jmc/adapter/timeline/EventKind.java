package dev.longstack.jmc.adapter.timeline;

import java.util.List;

/** Sorts of other events that a timeline marks on a thread's lane. */
public enum EventKind {
    LOCK("Locks", List.of("jdk.JavaMonitorEnter", "jdk.JavaMonitorWait")),
    IO("Files and sockets", List.of("jdk.FileRead", "jdk.FileWrite", "jdk.SocketRead", "jdk.SocketWrite")),
    PARK("Parks and sleeps", List.of("jdk.ThreadPark", "jdk.ThreadSleep"));

    private final String title;
    private final List<String> types;

    EventKind(String title, List<String> types) {
        this.title = title;
        this.types = types;
    }

    public String title() {
        return title;
    }

    /** Names of event types. */
    public List<String> types() {
        return types;
    }
}
