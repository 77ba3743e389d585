package dev.longstack.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.events.EventNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API without the agent. */
@SuppressWarnings("try") // scopes are closed, not used
class AsyncContextTest {
    @TempDir
    private Path folder;

    private final Recording recording = new Recording();

    @AfterEach
    void nothingIsCurrent() {
        recording.close();
        assertThat(AsyncContext.currentId()).isZero();
    }

    private List<RecordedEvent> recorded(String name) throws IOException {
        recording.stop();
        Path file = folder.resolve("test.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    private static RecordedEvent only(List<RecordedEvent> events) {
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void withoutARecordingNothingIsThere() {
        AsyncContext request = AsyncContext.request("GET /none");
        try (Scope scope = request.beginRun()) {
            assertThat(request.id()).isZero();
            assertThat(AsyncContext.currentOperation()).isNull();
        }
        AtomicBoolean made = new AtomicBoolean();
        AsyncContext.hint("asked", () -> {
            made.set(true);
            return "details";
        });
        assertThat(made).as("details nobody wants are not made").isFalse();
    }

    @Test
    void aCapturedContextHasTheCurrentOneAsItsParent() throws IOException {
        recording.start();
        AsyncContext request = AsyncContext.request("GET /orders");
        AsyncContext child;
        try (Scope scope = request.beginRun()) {
            child = AsyncContext.capture("Pool.enqueue", this);
            assertThat(AsyncContext.currentId()).isEqualTo(request.id());
        }
        try (Scope scope = child.beginRun()) {
            assertThat(AsyncContext.currentParentId()).isEqualTo(request.id());
            assertThat(AsyncContext.currentOperation()).isEqualTo("Pool.enqueue");
        }
        RecordedEvent run = recorded(EventNames.CONTEXT_INVOCATION).stream()
                .filter(event -> event.getLong("contextId") == child.id())
                .findFirst()
                .orElseThrow();
        assertThat(run.getLong("parentId")).isEqualTo(request.id());
        assertThat(run.getInt("parentInvocation")).isEqualTo(1);
        assertThat(run.getClass("taskClass").getName()).isEqualTo(AsyncContextTest.class.getName());
    }

    @Test
    void aChildOfAGivenIdHasThatParent() throws IOException {
        recording.start();
        AsyncContext child = AsyncContext.createChild(4711, "Callback.arrived", this);
        child.beginRun().close();
        assertThat(only(recorded(EventNames.CONTEXT_INVOCATION)).getLong("parentId"))
                .isEqualTo(4711);
    }

    @Test
    void aCancelledContextIsReleasedOnce() throws IOException {
        recording.start();
        AsyncContext task = AsyncContext.capture("Pool.enqueue", this);
        task.cancel();
        task.cancel();
        RecordedEvent release = only(recorded(EventNames.CONTEXT_RELEASE));
        assertThat(release.getLong("contextId")).isEqualTo(task.id());
        assertThat(release.getString("reason")).isEqualTo("cancelled");
        assertThat(release.getLong("invocations")).isZero();
    }

    @Test
    void aHintIsOfTheCurrentContext() throws IOException {
        recording.start();
        AsyncContext request = AsyncContext.request("GET /orders");
        try (Scope scope = request.beginRun()) {
            AsyncContext.hint("cache", () -> "miss");
        }
        RecordedEvent hint = only(recorded(EventNames.HINT));
        assertThat(hint.getLong("contextId")).isEqualTo(request.id());
        assertThat(hint.getString("details")).isEqualTo("miss");
    }

    @Test
    void aFailedRunTellsTheClassOfTheFailure() throws IOException {
        recording.start();
        Run scope = AsyncContext.request("GET /orders").beginRun();
        scope.fail(new IllegalStateException("planned"));
        scope.close();
        assertThat(only(recorded(EventNames.CONTEXT_INVOCATION))
                        .getClass("failure")
                        .getName())
                .isEqualTo(IllegalStateException.class.getName());
    }

    @Test
    void closingElsewhereLeavesTheRunOpen() throws Exception {
        recording.start();
        AsyncContext request = AsyncContext.request("GET /orders");
        Scope scope = request.beginRun();
        Thread other = new Thread(scope::close);
        other.start();
        other.join();
        assertThat(AsyncContext.currentId()).isEqualTo(request.id());
        scope.close();
        assertThat(recorded(EventNames.CONTEXT_INVOCATION)).hasSize(1);
    }

    @Test
    void anOuterScopeThatIsClosedFirstTakesTheInnerOnesWithIt() {
        recording.start();
        Scope outer = AsyncContext.request("GET /outer").beginRun();
        Scope inner = AsyncContext.capture("inner", this).beginRun();
        outer.close();
        assertThat(AsyncContext.currentId()).isZero();
        inner.close();
    }

    @Test
    void argumentsAreInTheRecordingOnlyIfItAsks() throws IOException {
        recording.enable(EventNames.CONTEXT_CREATION).with("creations", "all+arguments");
        recording.start();
        AsyncContext.create(ContextKind.TASK, "fs.open", this, () -> Map.of("path", "p".repeat(300)))
                .cancel();
        String arguments = only(recorded(EventNames.CONTEXT_CREATION)).getString("arguments");
        assertThat(arguments)
                .as("cut at a length")
                .startsWith("path=ppp")
                .endsWith("…")
                .hasSize(257);
    }

    @Test
    void argumentsNobodyAskedForAreNotMade() throws IOException {
        recording.enable(EventNames.CONTEXT_CREATION).with("creations", "all");
        recording.start();
        AtomicBoolean made = new AtomicBoolean();
        AsyncContext.create(ContextKind.TASK, "fs.open", this, () -> {
                    made.set(true);
                    return Map.of();
                })
                .cancel();
        assertThat(made).isFalse();
        assertThat(only(recorded(EventNames.CONTEXT_CREATION)).getString("arguments"))
                .isNull();
    }
}
