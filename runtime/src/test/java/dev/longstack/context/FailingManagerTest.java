package dev.longstack.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.events.EventNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own: the manager is set for all of it. */
@SuppressWarnings("try") // scopes are closed, not used
class FailingManagerTest {
    static {
        System.setProperty("longstack.contextManager", Failing.class.getName());
    }

    /** Throws whenever it can. */
    public static final class Failing implements ContextManager {
        private int attached;

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public AsyncContext current() {
            throw new IllegalStateException("planned, current");
        }

        @Override
        public Scope attach(AsyncContext context) {
            if (attached++ % 2 == 0) {
                throw new IllegalStateException("planned, attach");
            }
            return () -> {
                throw new IllegalStateException("planned, close");
            };
        }
    }

    @TempDir
    private Path folder;

    @Test
    void aManagerThatThrowsReachesNobodyAndRunsEnd() throws IOException {
        assertThat(ContextManagers.get()).isInstanceOf(Failing.class);
        try (Recording recording = new Recording()) {
            recording.start();
            for (int i = 0; i < 2; i++) {
                AsyncContext request = AsyncContext.request("GET /orders");
                try (Run run = request.beginRun()) {
                    assertThat(AsyncContext.currentId()).isEqualTo(request.id());
                    AsyncContext.capture("child", this).run(() -> {});
                }
                try (Scope scope = request.makeCurrent()) {
                    assertThat(AsyncContext.current()).isEqualTo(request);
                }
                assertThat(AsyncContext.currentId()).isZero();
            }
            recording.stop();
            Path file = folder.resolve("test.jfr");
            recording.dump(file);
            List<String> ran = RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(EventNames.CONTEXT_INVOCATION))
                    .map(event -> event.getString("operation"))
                    .toList();
            assertThat(ran).containsExactlyInAnyOrder("child", "GET /orders", "child", "GET /orders");
        }
    }
}
