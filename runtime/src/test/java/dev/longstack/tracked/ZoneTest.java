package dev.longstack.tracked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longstack.deferred.Deferred;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // zones are closed, not used
class ZoneTest {
    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();
    /** A zone holds them weakly. */
    private final List<File> kept = new ArrayList<>();

    private void open(String name, boolean fails) {
        kept.add(new File(name, fails));
    }

    /** Opened at once; tells when it is disposed of, and may fail at that. */
    private final class File implements Disposable {
        private final String name;
        private final boolean fails;

        File(String name, boolean fails) {
            this.name = name;
            this.fails = fails;
            TrackedObjects.trackObject(this);
        }

        void close() {
            TrackedObjects.releaseObject(this);
        }

        @Override
        public void dispose() throws IOException {
            lines.add("disposed " + name);
            if (fails) {
                throw new IOException("can't dispose of " + name);
            }
        }
    }

    private static List<RecordedEvent> of(Recording recording, Path file, String name) throws IOException {
        recording.stop();
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    @Test
    void whatWasLeftOpenIsDisposedOfInReverseOrderAndTold() throws Exception {
        try (Recording recording = new Recording()) {
            recording.start();
            Runnable later;
            try (Zone zone = Zone.open()) {
                open("first", false);
                File closed = new File("closed", false);
                later = Deferred.wrap("Pool.enqueue").runnable(() -> open("of asynchronous work", false));
                Thread other = new Thread(later);
                other.start();
                other.join();
                try (Zone inner = Zone.open()) {
                    open("inner", false);
                }
                lines.add("inner zone over");
                closed.close();
            }
            open("after", false);
            assertThat(lines)
                    .containsExactly(
                            "disposed inner", "inner zone over", "disposed of asynchronous work", "disposed first");
            List<RecordedEvent> hints = of(recording, folder.resolve("zone.jfr"), "longstack.Hint");
            assertThat(hints).hasSize(2);
            assertThat(hints.get(1).getString("details"))
                    .isEqualTo("disposed of what was left open: " + File.class.getName() + ", " + File.class.getName());
        }
    }

    @Test
    void anExceptionEndsTheZoneAndDisposingThatThrowsHidesNothing() {
        assertThatThrownBy(() -> {
                    try (Zone zone = Zone.open()) {
                        open("first", true);
                        open("second", false);
                        open("third", true);
                        throw new IllegalStateException("of the body");
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("of the body")
                .satisfies(thrown -> {
                    assertThat(thrown.getSuppressed()).hasSize(1);
                    assertThat(thrown.getSuppressed()[0])
                            .hasMessageStartingWith("2 of 3 objects that were left open in a zone")
                            .hasRootCauseMessage("can't dispose of third");
                    assertThat(thrown.getSuppressed()[0].getSuppressed()[0]).hasMessage("can't dispose of first");
                });
        assertThat(lines).containsExactly("disposed third", "disposed second", "disposed first");
    }

    @Test
    void aClosedZoneIsClosedOnce() throws Exception {
        Zone zone = Zone.open();
        open("first", false);
        zone.close();
        zone.close();
        assertThat(lines).containsExactly("disposed first");
    }

    @Test
    void objectsAreHeldWeaklyAndLeaksAreTold() throws Exception {
        try (Recording recording = new Recording()) {
            recording.start();
            try (Zone zone = Zone.open()) {
                WeakReference<File> lost = new WeakReference<>(new File("lost", false));
                while (lost.get() != null) {
                    System.gc();
                    Thread.onSpinWait();
                }
                List<String> actions = List.of();
                // the collector tells it a moment later
                for (int i = 0; i < 1000 && !actions.contains("leaked"); i++) {
                    Thread.onSpinWait();
                    new File("next", false).close();
                    Path file = folder.resolve("leak" + i + ".jfr");
                    recording.dump(file);
                    actions = RecordingFile.readAllEvents(file).stream()
                            .filter(event -> event.getEventType().getName().equals("longstack.TrackedObject"))
                            .map(event -> event.getString("action"))
                            .toList();
                }
                assertThat(actions).contains("leaked");
            }
        }
        assertThat(lines).as("what is collected can't be disposed of").isEmpty();
    }
}
