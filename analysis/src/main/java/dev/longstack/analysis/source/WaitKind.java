package dev.longstack.analysis.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a thread waited for, and the events that say so. */
public enum WaitKind {
    /** To enter a monitor that another thread held. */
    LOCK("Lock"),
    /** In {@code Object.wait}. */
    SIGNAL("Object.wait"),
    /** Parked: for a future, a lock of {@code java.util.concurrent}, work. */
    PARK("Park"),
    SLEEP("Sleep"),
    SOCKET("Socket"),
    FILE("File");

    private static final Map<String, WaitKind> BY_TYPE = Arrays.stream(values())
            .flatMap(kind -> kind.types().stream().map(type -> Map.entry(type, kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String title;

    WaitKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The kind that events of a type are of. */
    public static WaitKind ofType(String type) {
        WaitKind kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("'" + type + "' is no event in which a thread waits");
        }
        return kind;
    }

    /** Names of event types. */
    public List<String> types() {
        return switch (this) {
            case LOCK -> List.of("jdk.JavaMonitorEnter");
            case SIGNAL -> List.of("jdk.JavaMonitorWait");
            case PARK -> List.of("jdk.ThreadPark", "longstack.VirtualThreadPark");
            case SLEEP -> List.of("jdk.ThreadSleep");
            case SOCKET -> List.of("jdk.SocketRead", "jdk.SocketWrite");
            case FILE -> List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");
        };
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
