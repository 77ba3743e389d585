package dev.longstack.analysis.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a thread waited for, and the events that say so. */
public enum WaitKind {
    /** To enter a monitor that another thread held. */
    LOCK("Lock", "jdk.JavaMonitorEnter"),
    /** In {@code Object.wait}. */
    SIGNAL("Object.wait", "jdk.JavaMonitorWait"),
    /** Parked: for a future, a lock of {@code java.util.concurrent}, work. */
    PARK("Park", "jdk.ThreadPark", "longstack.VirtualThreadPark"),
    SLEEP("Sleep", "jdk.ThreadSleep"),
    SOCKET("Socket", "jdk.SocketRead", "jdk.SocketWrite"),
    FILE("File", "jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");

    private final String title;
    private final List<String> types;

    WaitKind(String title, String... types) {
        this.title = title;
        this.types = List.of(types);
    }

    public String title() {
        return title;
    }

    /** Names of event types. */
    public List<String> types() {
        return types;
    }

    boolean hasAddress() {
        return this == LOCK || this == SIGNAL || this == PARK;
    }

    /** What an event of this kind waited for; null where it does not tell. */
    @Nullable
    String subject(EventFields event) {
        return switch (this) {
            case LOCK, SIGNAL -> event.className("monitorClass");
            case PARK -> {
                String parked = event.className("parkedClass");
                yield parked != null ? parked : event.className("blockerClass");
            }
            case SLEEP -> null;
            case SOCKET -> peer(event.text("host"), event.text("address"), event.number("port"));
            case FILE -> event.text("path");
        };
    }

    private static @Nullable String peer(@Nullable String host, @Nullable String address, long port) {
        String name = host == null || host.isEmpty() ? address : host;
        return name == null ? null : name + (port > 0 ? ":" + port : "");
    }
}
