package dev.longstack.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longstack.events.EventNames;
import dev.longstack.listen.ContextListener;
import dev.longstack.listen.Interest;
import dev.longstack.listen.Listeners;
import dev.longstack.listen.Registration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contexts that are current without a run; and what is created below none. */
@SuppressWarnings("try") // scopes are closed, not used
class MakeCurrentTest {
    private static final ContextLocal<String> TENANT = ContextLocal.named("tenant");

    @TempDir
    private Path folder;

    private final Recording recording = new Recording();

    @BeforeEach
    void everyCreationIsRecorded() {
        recording.enable(EventNames.CONTEXT_CREATION).with("creations", "all");
        recording.start();
    }

    @AfterEach
    void nothingIsCurrent() {
        recording.close();
        assertThat(AsyncContext.currentId()).isZero();
        assertThat(TENANT.get()).isNull();
    }

    private List<RecordedEvent> recorded(String name, AsyncContext context) throws IOException {
        Path file = folder.resolve("test.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .filter(event -> event.getLong("contextId") == context.id())
                .toList();
    }

    private static <T> T onAnotherThread(Callable<T> call) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread other = new Thread(task, "other");
        other.start();
        other.join();
        return task.get();
    }

    @Test
    void itIsCurrentWithoutARunOfItsOwn() throws IOException {
        AsyncContext request = AsyncContext.request("GET /orders");
        try (Scope scope = request.makeCurrent()) {
            assertThat(AsyncContext.current()).isEqualTo(request);
        }
        try (Scope again = request.makeCurrent()) {
            assertThat(AsyncContext.currentId()).isEqualTo(request.id());
        }
        assertThat(recorded(EventNames.CONTEXT_INVOCATION, request)).isEmpty();
        assertThat(recorded(EventNames.CONTEXT_RELEASE, request)).isEmpty();
    }

    @Test
    void whatIsCreatedOnAnotherThreadNamesTheRunThatWasCurrentWhereItWasKept() throws Exception {
        AsyncContext periodic = AsyncContext.create(ContextKind.PERIODIC, "Timer.schedule", this, null);
        periodic.beginRun().close();
        AsyncContext child;
        try (Run second = periodic.beginRun()) {
            AsyncContext kept = AsyncContext.current();
            child = onAnotherThread(() -> {
                try (Scope scope = kept.makeCurrent()) {
                    return AsyncContext.capture("Pool.enqueue", this);
                }
            });
        }
        onAnotherThread(() -> {
            child.run(() -> {});
            return child;
        });
        RecordedEvent run = recorded(EventNames.CONTEXT_INVOCATION, child).get(0);
        assertThat(run.getLong("parentId")).isEqualTo(periodic.id());
        assertThat(run.getInt("parentInvocation")).as("its second run").isEqualTo(2);
    }

    @Test
    void childrenOfOneThatWasKeptNameThatRunToo() throws Exception {
        AsyncContext child;
        AsyncContext request = AsyncContext.request("GET /orders");
        try (Run run = request.beginRun()) {
            TENANT.set("blue");
            AsyncContext kept = AsyncContext.current();
            child = onAnotherThread(() -> kept.createChild("Pool.enqueue", this));
        }
        List<String> seen = new ArrayList<>();
        child.run(() -> seen.add(String.valueOf(TENANT.get())));
        assertThat(seen).containsExactly("blue");
        assertThat(recorded(EventNames.CONTEXT_CREATION, child).get(0).getInt("parentInvocation"))
                .isEqualTo(1);
    }

    @Test
    void valuesOfTheRunGoWithIt() throws Exception {
        try (Run run = AsyncContext.request("GET /orders").beginRun()) {
            TENANT.set("blue");
            AsyncContext kept = AsyncContext.current();
            TENANT.set("red");
            String seen = onAnotherThread(() -> {
                try (Scope scope = kept.makeCurrent()) {
                    return TENANT.get();
                }
            });
            assertThat(seen).as("as they were when it was kept").isEqualTo("blue");
        }
    }

    @Test
    void whatHasEndedMayBeCurrentStill() throws IOException {
        AsyncContext request = AsyncContext.request("GET /orders");
        request.beginRun().close();
        AsyncContext late;
        try (Scope scope = request.makeCurrent()) {
            late = AsyncContext.capture("cleanup", this);
        }
        assertThat(late.parentId()).isEqualTo(request.id());
        assertThat(recorded(EventNames.CONTEXT_INVOCATION, request)).hasSize(1);
    }

    @Test
    void ofNoneNothingIsCurrent() {
        try (Run run = AsyncContext.request("GET /orders").beginRun()) {
            TENANT.set("blue");
            try (Scope nothing = AsyncContext.none().makeCurrent()) {
                assertThat(AsyncContext.current())
                        .isEqualTo(AsyncContext.none())
                        .hasToString("no context");
                assertThat(TENANT.get()).isNull();
            }
            assertThat(AsyncContext.currentOperation()).isEqualTo("GET /orders");
        }
    }

    @Test
    void aChildOfNoneHasNoParentWhateverIsCurrent() throws IOException {
        AsyncContext root;
        AsyncContext byId;
        try (Run run = AsyncContext.request("GET /orders").beginRun()) {
            TENANT.set("blue");
            root = AsyncContext.none().createChild("Server.listen", this);
            byId = AsyncContext.createChild(0, "Server.listen", this);
        }
        List<String> seen = new ArrayList<>();
        for (AsyncContext each : List.of(root, byId)) {
            assertThat(each.parentId()).isZero();
            each.run(() -> seen.add(String.valueOf(TENANT.get())));
        }
        assertThat(seen).as("values come from a parent").containsExactly("null", "null");
        RecordedEvent run = recorded(EventNames.CONTEXT_INVOCATION, root).get(0);
        assertThat(run.getLong("requestId")).isZero();
    }

    @Test
    void listenersHearOfIt() {
        List<String> heard = new ArrayList<>();
        ContextListener listener = new ContextListener() {
            @Override
            public void changed(long contextId, long parentId) {
                heard.add(contextId + " of " + parentId);
            }

            @Override
            public void released(AsyncContext context, ReleaseReason reason) {
                heard.add("released");
            }
        };
        try (Registration listening = Listeners.add(listener, Interest.CHANGED, Interest.RELEASED)) {
            AsyncContext request = AsyncContext.request("GET /orders");
            request.makeCurrent().close();
            assertThat(heard).containsExactly(request.id() + " of 0", "0 of 0");
            request.cancel();
        }
    }

    @Test
    void aListenerThatMakesAContextCurrentIsNotToldOfItsOwnWork() {
        AsyncContext request = AsyncContext.request("GET /orders");
        List<String> heard = new ArrayList<>();
        ContextListener listener = new ContextListener() {
            @Override
            public void created(AsyncContext context) {
                heard.add(String.valueOf(context.operation()));
                try (Scope scope = request.makeCurrent()) {
                    AsyncContext.capture("under the request", this).cancel();
                }
                try (Scope scope = AsyncContext.detach()) {
                    AsyncContext.capture("detached", this).cancel();
                }
                AsyncContext.none().createChild("a root", this).cancel();
            }
        };
        try (Registration listening = Listeners.add(listener, Interest.CREATED)) {
            AsyncContext.capture("outside", this).cancel();
        }
        assertThat(heard).containsExactly("outside");
    }

    @Test
    void anInnerScopeThatIsLeftOpenGoesWithTheOuterOne() throws IOException {
        AsyncContext outer = AsyncContext.request("GET /outer");
        AsyncContext inner = AsyncContext.request("GET /inner");
        Run run = outer.beginRun();
        Scope forgotten = inner.makeCurrent();
        run.close();
        assertThat(AsyncContext.currentId()).isZero();
        forgotten.close();
        assertThat(recorded(EventNames.CONTEXT_INVOCATION, outer)).hasSize(1);
    }

    @Test
    void aValueOfAScopeIsWhatItWasBeforeAfterwards() throws Exception {
        try (Scope green = TENANT.with("green")) {
            assertThat(TENANT.get()).isEqualTo("green");
        }
        assertThat(TENANT.get()).isNull();
        try (Run run = AsyncContext.request("GET /orders").beginRun()) {
            TENANT.set("blue");
            AsyncContext child;
            try (Scope red = TENANT.with("red")) {
                child = AsyncContext.capture("child", this);
                try (Run inner = AsyncContext.capture("inner", this).beginRun()) {
                    red.close();
                    assertThat(TENANT.get()).as("of another run").isEqualTo("red");
                }
                assertThat(TENANT.get()).isEqualTo("blue");
                TENANT.set("yellow");
            }
            assertThat(TENANT.get()).as("closed already").isEqualTo("yellow");
            List<String> seen = new ArrayList<>();
            child.run(() -> seen.add(String.valueOf(TENANT.get())));
            assertThat(seen).containsExactly("red");
        }
    }

    @Test
    void theApisWordsAreTheProtocols() {
        assertThat(Arrays.stream(ContextKind.values()).map(kind -> kind + " " + kind.word()))
                .containsExactlyElementsOf(Stream.of(dev.longstack.events.ContextKind.values())
                        .map(kind -> kind + " " + kind.word())
                        .toList());
        assertThat(Arrays.stream(ReleaseReason.values()).map(reason -> reason + " " + reason.word()))
                .containsExactlyElementsOf(Stream.of(dev.longstack.events.ReleaseReason.values())
                        .map(reason -> reason + " " + reason.word())
                        .toList());
    }

    @Test
    void eachKindAndReasonIsRecordedAsItself() throws IOException {
        for (ContextKind kind : ContextKind.values()) {
            assertThat(AsyncContext.create(kind, "operation", this, null).kind())
                    .isEqualTo(kind);
        }
        AsyncContext task = AsyncContext.capture("Pool.enqueue", this);
        task.release(ReleaseReason.REJECTED);
        assertThat(recorded(EventNames.CONTEXT_RELEASE, task).get(0).getString("reason"))
                .isEqualTo("rejected");
        assertThatThrownBy(() -> ReleaseReason.ofWord("finished"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no release reason 'finished'; known: completed, failed, cancelled, rejected, removed,"
                        + " collected, closed, ambiguous");
    }
}
