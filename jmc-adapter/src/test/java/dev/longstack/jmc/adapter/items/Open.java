package dev.longstack.jmc.adapter.items;

import java.nio.file.Path;
import java.util.Objects;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Recordings, opened as Mission Control does. */
public final class Open {
    private Open() {}

    /** The recording of all kinds of hops that a JVM of this version made. */
    public static OpenRecording hops(int jdk) throws Exception {
        return file(Path.of("..", "test-recordings", "src", "main", "resources", "recordings", "hops-" + jdk + ".jfr"));
    }

    public static OpenRecording file(Path file) throws Exception {
        return Objects.requireNonNull(
                OpenRecording.of(JfrLoaderToolkit.loadEvents(file.toFile()), count -> true), "nobody ends it");
    }
}
