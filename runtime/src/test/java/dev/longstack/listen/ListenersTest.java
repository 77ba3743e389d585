package dev.longstack.listen;

import static dev.longstack.listen.Interest.ARGUMENTS;
import static dev.longstack.listen.Interest.CHANGED;
import static dev.longstack.listen.Interest.CREATED;
import static dev.longstack.listen.Interest.HINT;
import static dev.longstack.listen.Interest.RELEASED;
import static dev.longstack.listen.Interest.RESOLVED;
import static dev.longstack.listen.Interest.TRACKED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Deferred;
import dev.longstack.tracked.TrackedObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jfr.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No recording runs here: a listener alone makes contexts. */
@SuppressWarnings("try") // scopes are closed, not used
class ListenersTest {
    private final List<Registration> registrations = new ArrayList<>();

    private Heard listen(Interest... interests) {
        Heard heard = new Heard();
        registrations.add(Listeners.add(heard, interests));
        return heard;
    }

    @AfterEach
    void everyoneIsGone() {
        registrations.forEach(Registration::close);
        assertThat(AsyncContext.currentId()).isZero();
        assertThat(AsyncContext.capture("nobody listens", this))
                .as("with nobody there, nothing is made")
                .isEqualTo(AsyncContext.none());
    }

    @Test
    void aListenerHearsOfTheWholeLifeOfAContext() {
        Heard heard = listen(CREATED, CHANGED, RELEASED, RESOLVED);
        AsyncContext request = AsyncContext.request("GET /orders");
        AsyncContext child;
        try (Scope scope = request.beginRun()) {
            child = AsyncContext.capture("Pool.enqueue", this);
        }
        child.beginRun().close();
        assertThat(heard.take())
                .containsExactly(
                        "created GET /orders",
                        "changed " + request.id() + " 0",
                        "created Pool.enqueue",
                        "changed 0 0",
                        "released GET /orders completed",
                        "changed " + child.id() + " " + request.id(),
                        "changed 0 0",
                        "released Pool.enqueue completed",
                        "resolved " + child.id(),
                        "resolved " + request.id());
    }

    @Test
    void whatWasBoundBeforeStillReachesARemovedListener() {
        Heard heard = new Heard();
        Registration registration = Listeners.add(heard, CREATED, RELEASED);
        AsyncContext before = AsyncContext.capture("before", this);
        registration.close();
        registration.close();
        Heard other = listen(CREATED);
        AsyncContext after = AsyncContext.capture("after", this);
        before.cancel();
        after.cancel();
        assertThat(heard.take()).containsExactly("created before", "released before cancelled");
        assertThat(other.take()).containsExactly("created after");
    }

    @Test
    void alsoWhereNobodyElseIsThereAnyMore() {
        Heard heard = new Heard();
        Registration registration = Listeners.add(heard, CHANGED, HINT, RELEASED, RESOLVED);
        AsyncContext request = AsyncContext.request("GET /orders");
        Runnable wrapped;
        try (Scope scope = request.beginRun()) {
            wrapped = Deferred.wrap("Pool.enqueue").runnable(() -> AsyncContext.hint("cache", () -> "miss"));
        }
        registration.close();
        heard.take();
        wrapped.run();
        assertThat(heard.take())
                .startsWith("changed " + (request.id() + 1) + " " + request.id(), "hint cache miss")
                .endsWith(
                        "released Pool.enqueue completed",
                        "resolved " + (request.id() + 1),
                        "resolved " + request.id());
    }

    @Test
    void aListenerHearsOfWhatIsCreatedAfterItCameOnly() {
        Heard first = listen(CREATED);
        AsyncContext before = AsyncContext.capture("before", this);
        Heard second = listen(RELEASED);
        before.cancel();
        assertThat(second.take()).isEmpty();
        assertThat(first.take()).containsExactly("created before");
    }

    @Test
    void callsFromInsideAListenerDoNotReachItAgain() throws InterruptedException {
        AtomicReference<AsyncContext> made = new AtomicReference<>(AsyncContext.none());
        AtomicInteger calls = new AtomicInteger();
        registrations.add(Listeners.add(
                new ContextListener() {
                    @Override
                    public void created(AsyncContext context) {
                        calls.incrementAndGet();
                        AsyncContext.hint("made", () -> "inside");
                        made.set(AsyncContext.capture("inside the listener", this));
                    }

                    @Override
                    public void hint(long contextId, String name, String details) {
                        calls.incrementAndGet();
                    }
                },
                CREATED,
                HINT));
        Heard other = listen(CREATED);
        AsyncContext first = AsyncContext.capture("outside", this);
        assertThat(calls).as("only of what is not its own").hasValue(1);
        assertThat(other.take())
                .as("other listeners hear of what a listener does")
                .containsExactlyInAnyOrder("created inside the listener", "created outside");
        AsyncContext inside = requireNonNull(made.get());
        Thread elsewhere = new Thread(() -> {
            try (Scope scope = inside.beginRun()) {
                AsyncContext.capture("what the listener's work starts", this).cancel();
            }
        });
        elsewhere.start();
        elsewhere.join();
        assertThat(calls)
                .as("nor of what its asynchronous work starts, on any thread")
                .hasValue(1);
        first.cancel();
    }

    @Test
    void aThrowingListenerReachesNobodyAndIsToldNothingMoreInTheEnd() {
        AtomicInteger calls = new AtomicInteger();
        registrations.add(Listeners.add(
                new ContextListener() {
                    @Override
                    public void created(AsyncContext context) {
                        calls.incrementAndGet();
                        throw new AssertionError("planned");
                    }
                },
                CREATED));
        Heard heard = listen(CREATED);
        for (int i = 0; i < 30; i++) {
            AsyncContext.capture("work", this).cancel();
        }
        assertThat(calls).hasValue(10);
        assertThat(heard.take()).as("the others hear all").hasSize(30);
    }

    @Test
    void listenersComeAndGoInsideAListener() {
        Heard late = new Heard();
        AtomicReference<Registration> own = new AtomicReference<>(() -> {});
        own.set(Listeners.add(
                new ContextListener() {
                    @Override
                    public void created(AsyncContext context) {
                        registrations.add(Listeners.add(late, CREATED));
                        requireNonNull(own.get()).close();
                    }
                },
                CREATED));
        AsyncContext.capture("first", this).cancel();
        AsyncContext.capture("second", this).cancel();
        assertThat(late.take()).as("bound from its registration on").containsExactly("created second");
    }

    @Test
    void argumentsAreAskedForOnlyIfSomebodyWantsThem() {
        Heard without = listen(CREATED);
        AtomicInteger made = new AtomicInteger();
        AsyncContext.create(ContextKind.TASK, "fs.open", this, () -> {
                    made.incrementAndGet();
                    return Map.of();
                })
                .cancel();
        assertThat(made).hasValue(0);
        Heard with = listen(CREATED, ARGUMENTS);
        AsyncContext.create(ContextKind.TASK, "fs.open", this, () -> Map.of("path", "/etc/hosts"))
                .cancel();
        assertThat(with.take()).containsExactly("created fs.open {path=/etc/hosts}");
        assertThat(without.take()).first().isEqualTo("created fs.open");
    }

    @Test
    void hintsAndObjectsAreTold() {
        Heard heard = listen(HINT, TRACKED);
        String object = new String("a file");
        TrackedObjects.trackObject(object);
        TrackedObjects.trackObject(object);
        AsyncContext.hint("cache", () -> "miss");
        assertThat(TrackedObjects.releaseObject(object)).isTrue();
        assertThat(TrackedObjects.releaseObject(object)).isFalse();
        assertThat(heard.take()).containsExactly("tracked a file", "hint cache miss", "object released a file");
    }

    @Test
    void aRequestResolvesWithoutTheRequestsAndThePeriodicWorkThatItStarted() {
        Heard heard = listen(RESOLVED);
        AsyncContext request = AsyncContext.request("GET /orders");
        AsyncContext other;
        AsyncContext periodic;
        try (Scope scope = request.beginRun()) {
            other = AsyncContext.request("GET /other");
            periodic = AsyncContext.create(ContextKind.PERIODIC, "Timer.schedule", this, null);
        }
        assertThat(heard.take()).containsExactly("resolved " + request.id());
        periodic.beginRun().close();
        other.beginRun().close();
        periodic.close();
        assertThat(heard.take()).containsExactly("resolved " + other.id(), "resolved " + periodic.id());
    }

    @Test
    void aChildByIdKeepsItsParentFromResolving() {
        Heard heard = listen(RESOLVED);
        AsyncContext request = AsyncContext.request("GET /orders");
        AsyncContext child = AsyncContext.createChild(request.id(), "Pool.take", this);
        request.beginRun().close();
        assertThat(heard.take()).isEmpty();
        child.beginRun().close();
        assertThat(heard.take()).containsExactly("resolved " + child.id(), "resolved " + request.id());
        AsyncContext.createChild(request.id(), "too late", this).cancel();
        AsyncContext.createChild(Long.MAX_VALUE, "id that never was", this).cancel();
        assertThat(heard.take()).as("each for itself").hasSize(2);
    }

    @Test
    void detailsOfHintsAreMadeOnlyWhileSomebodyWantsThem() {
        AtomicInteger made = new AtomicInteger();
        Heard heard = new Heard();
        try (Registration registration = Listeners.add(heard, HINT)) {
            AsyncContext.hint("cache", () -> "miss " + made.incrementAndGet());
        }
        AsyncContext.hint("cache", () -> "miss " + made.incrementAndGet());
        assertThat(heard.take()).containsExactly("hint cache miss 1");
        assertThat(made).hasValue(1);
    }

    @Test
    void aListenerWithoutAnyInterestIsAMistake() {
        assertThatThrownBy(() -> Listeners.add(new Heard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without any interest");
    }

    /** Else a recording that starts after a busy time would leave most requests out. */
    @Test
    void whatListenersHadMadeDoesNotCountForTheBudgetOfARecordingThatStartsLater() {
        Registration registration = Listeners.add(new Heard(), CREATED);
        for (int i = 0; i < 500_000; i++) {
            AsyncContext.capture("work", this).cancel();
        }
        registration.close();
        try (Recording recording = new Recording()) {
            recording.start();
            for (int i = 0; i < 1_000; i++) {
                AsyncContext request = AsyncContext.request("GET /orders");
                assertThat(request.id()).as("request %d", i).isPositive();
                request.cancel();
            }
        }
    }

    @Test
    void aMillionChildrenAndAChainWithoutEndComeToAnEnd() {
        AtomicInteger resolved = new AtomicInteger();
        registrations.add(Listeners.add(
                new ContextListener() {
                    @Override
                    public void resolved(long contextId) {
                        resolved.incrementAndGet();
                    }
                },
                RESOLVED));
        AsyncContext request = AsyncContext.request("GET /orders");
        try (Scope scope = request.beginRun()) {
            for (int i = 0; i < 1_000_000; i++) {
                AsyncContext.capture("child", this).cancel();
            }
        }
        assertThat(resolved).hasValue(1_000_001);
        resolved.set(0);
        AsyncContext last = AsyncContext.request("top");
        for (int i = 0; i < 60_000; i++) {
            try (Scope scope = last.beginRun()) {
                last = AsyncContext.capture("next", this);
            }
        }
        assertThat(resolved).as("all wait for the last one").hasValue(0);
        last.cancel();
        assertThat(resolved).hasValue(60_001);
        resolved.set(0);
        last = AsyncContext.request("top");
        for (int i = 0; i < 1_000_000; i++) {
            try (Scope scope = last.beginRun()) {
                last = AsyncContext.capture("next", this);
            }
        }
        last.cancel();
        assertThat(resolved)
                .as("the part below the last cut; those above are not known to be")
                .hasValue(1_000_001 % 65_537);
    }
}
