package dev.longstack.propagate.hooks;

import dev.longstack.events.ContextKind;
import dev.longstack.events.ReleaseReason;
import dev.longstack.propagate.carriers.JdkFields;
import dev.longstack.propagate.carriers.TaskWrapper;
import dev.longstack.record.ContextToken;
import dev.longstack.record.Creations;
import dev.longstack.record.Faults;
import dev.longstack.record.Recorder;
import dev.longstack.record.Runs;
import dev.longstack.record.ThreadState;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Called by the woven SubmissionPublisher: each item of each subscriber is a context of its own, since the task that consumes
 * them works on items of all submitters.
 *
 * <p>A subscription keeps the tokens of its items beside them, in their order; an item is matched by identity, so that one that
 * was submitted before the recording takes nobody else's token.
 */
public final class FlowHooks {
    private FlowHooks() {}

    private record Item(Object item, ContextToken token) {}

    /** The items of one subscription that wait; only the publisher adds, under its lock. */
    private static final class Items {
        private final ConcurrentLinkedDeque<Item> waiting = new ConcurrentLinkedDeque<>();
    }

    /** The item may be added to what waits for the subscriber. */
    public static void offering(Object subscription, @Nullable Object subscriber, @Nullable Object item) {
        try {
            if (item == null || subscriber == null || !Recorder.on()) {
                return;
            }
            ContextToken token = Creations.create(
                    ThreadState.current(),
                    ContextKind.TASK,
                    "SubmissionPublisher.submit",
                    TaskWrapper.userClass(subscriber));
            Items items = items(subscription);
            if (items == null) {
                items = new Items();
                if (!JdkFields.get().token(subscription, items)) {
                    return;
                }
            }
            items.waiting.addLast(new Item(item, token));
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static @Nullable Items items(Object subscription) {
        return JdkFields.get().token(subscription) instanceof Items items ? items : null;
    }

    /** Whether it was: 0 where there was no room. */
    public static void offered(Object subscription, int lag) {
        try {
            Items items = lag == 0 && Recorder.on() ? items(subscription) : null;
            Item last = items == null ? null : items.waiting.pollLast();
            if (last != null) {
                Recorder.release(ThreadState.current(), last.token, ReleaseReason.REJECTED);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    /** The subscriber is about to be given the item. */
    public static void consuming(Object subscription, Object item) {
        try {
            Items items = items(subscription);
            ContextToken token = items == null ? null : take(items, item);
            if (token != null && Recorder.on()) {
                Runs.begin(ThreadState.current(), token, subscription);
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }

    private static @Nullable ContextToken take(Items items, Object item) {
        Item first = items.waiting.peekFirst();
        if (first == null) {
            return null;
        }
        if (first.item == item) {
            items.waiting.pollFirst();
            return first.token;
        }
        boolean isThere = false;
        for (Iterator<Item> all = items.waiting.iterator(); all.hasNext() && !isThere; ) {
            isThere = all.next().item == item;
        }
        while (isThere) {
            Item each = items.waiting.pollFirst();
            if (each == null || each.item == item) {
                return each == null ? null : each.token;
            }
            Recorder.release(ThreadState.current(), each.token, ReleaseReason.REMOVED);
        }
        return null;
    }

    /** The subscription is cancelled: what waits will not be consumed. */
    public static void cancelled(Object subscription) {
        try {
            Items items = items(subscription);
            Item each = items == null ? null : items.waiting.pollFirst();
            while (items != null && each != null) {
                Recorder.release(ThreadState.current(), each.token, ReleaseReason.CANCELLED);
                each = items.waiting.pollFirst();
            }
        } catch (Throwable e) {
            Faults.swallow(e);
        }
    }
}
