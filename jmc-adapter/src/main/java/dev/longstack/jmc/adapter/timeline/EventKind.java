package dev.longstack.jmc.adapter.timeline;

import java.util.List;

/** Sorts of other events that a timeline marks on a thread's lane. */
public enum EventKind {
    LOCK("Locks"),
    IO("Files and sockets"),
    PARK("Parks and sleeps");

    private final String title;

    EventKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Names of event types. */
    public List<String> types() {
        return switch (this) {
            case LOCK -> List.of("jdk.JavaMonitorEnter", "jdk.JavaMonitorWait");
            case IO -> List.of("jdk.FileRead", "jdk.FileWrite", "jdk.SocketRead", "jdk.SocketWrite");
            case PARK -> List.of("jdk.ThreadPark", "jdk.ThreadSleep");
        };
    }
}
