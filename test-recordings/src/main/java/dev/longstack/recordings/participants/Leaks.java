package dev.longstack.recordings.participants;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import dev.longstack.context.ContextLocal;
import dev.longstack.context.ReleaseReason;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Callbacks;
import dev.longstack.deferred.Deferred;
import dev.longstack.deferred.Emitters;
import dev.longstack.listen.ContextListener;
import dev.longstack.listen.Interest;
import dev.longstack.listen.Listeners;
import dev.longstack.listen.Registration;
import dev.longstack.tracked.TrackedObjects;
import dev.longstack.tracked.Zone;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Contexts of every kind, by hand, {@code ROUNDS} times twenty of them, with a listener that counts them all; in a heap that has no
 * room for a leak. Says how many were created and how many of them are not released and not resolved.
 */
@SuppressWarnings("try") // scopes are closed, not used
public final class Leaks {
    private static final ContextLocal<Long> ROUND = ContextLocal.named("round");

    private Leaks() {}

    public static void main(String[] args) {
        long rounds = Long.parseLong(args[0]);
        Counting counting = new Counting();
        try (Registration registration = Listeners.add(counting, Interest.values())) {
            AsyncContext endless = AsyncContext.capture("endless", counting);
            for (long i = 0; i < rounds; i++) {
                round(i);
                endless = next(endless);
            }
            endless.cancel();
        }
        System.out.println("created " + counting.created.sum() + ", not released "
                + (counting.created.sum() - counting.released.sum()) + ", still chained " + counting.notResolved());
    }

    /** A task that hands itself on for ever. */
    private static AsyncContext next(AsyncContext before) {
        try (Scope scope = before.beginRun()) {
            return AsyncContext.capture("endless", before);
        }
    }

    private static void round(long number) {
        try (Scope scope = AsyncContext.request("GET /round").beginRun()) {
            ROUND.set(number);
            for (ContextKind kind : ContextKind.values()) {
                AsyncContext context = AsyncContext.create(kind, "by kind", kind, null);
                context.beginRun().close();
                context.close();
            }
            AsyncContext.capture("cancelled", scope).cancel();
            AsyncContext.current().createChild("below", scope).cancel();
            AsyncContext.createChild(AsyncContext.currentId(), "by id", scope)
                    .beginRun()
                    .close();
            AsyncContext.createChild(Long.MAX_VALUE, "by an id that never was", scope)
                    .cancel();
            Deferred deferred = Deferred.wrap("wrapped");
            deferred.runnable(() -> {}).run();
            long sum = deferred.supplier(() -> number).get()
                    + deferred.<Long, Long>function(each -> each).apply(number);
            Consumer<Long> listener =
                    Emitters.listener("emitted", (Long each) -> AsyncContext.hint("event", each::toString));
            listener.accept(sum);
            listener.accept(number);
            Emitters.removed(listener);
            long id = Callbacks.created("triggered");
            Callbacks.run(id, () -> AsyncContext.capture("inside", scope).cancel());
            Callbacks.released(id);
            try (Scope nothing = AsyncContext.detach();
                    Zone zone = Zone.open()) {
                TrackedObjects.trackObject(new Object());
                AsyncContext.capture("detached", scope).cancel();
            }
        }
    }

    private static final class Counting implements ContextListener {
        private final LongAdder created = new LongAdder();
        private final LongAdder released = new LongAdder();
        private final LongAdder resolved = new LongAdder();

        @Override
        public void created(AsyncContext context) {
            created.increment();
        }

        @Override
        public void released(AsyncContext context, ReleaseReason reason) {
            released.increment();
        }

        @Override
        public void resolved(long contextId) {
            resolved.increment();
        }

        long notResolved() {
            return created.sum() - resolved.sum();
        }
    }
}
