package dev.longstack.jmc.adapter.items;

import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.EventSink;
import dev.longstack.analysis.source.StackLines;
import dev.longstack.analysis.tree.Request;
import dev.longstack.events.EventNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.item.ItemCollectionToolkit;

/**
 * Mission Control's items that explain some steps: our events of these contexts, and every event on a thread that began while the
 * thread ran one of them: samples, locks, I/O.
 */
public final class RequestItems {
    /** Nobody reads more, and views take long to show them. */
    private static final int MAX_ITEMS = 200_000;

    private static final int BETWEEN_QUESTIONS = 10_000;

    private final IItemCollection all;
    private final IItemCollection explaining;

    private RequestItems(List<IItem> all, List<IItem> explaining) {
        this.all = ItemCollectionToolkit.build(all.stream());
        this.explaining = ItemCollectionToolkit.build(explaining.stream());
    }

    /** What to look for. */
    private static final class Wanted {
        private final Set<Long> contextIds = new HashSet<>();
        private final Map<String, ThreadTimes> times = new HashMap<>();
        private @Nullable ThreadRange range;

        void add(@Nullable String thread, long fromNanos, long toNanos) {
            if (thread != null) {
                times.computeIfAbsent(thread, key -> new ThreadTimes()).add(fromNanos, toNanos);
            }
        }

        void add(Model model, int row, @Nullable Request of) {
            InvocationTable runs = model.invocations();
            contextIds.add(model.contexts().id(row));
            for (int n = 0; n < model.runCount(row); n++) {
                int run = model.run(row, n);
                if (of == null || of.has(runs, run)) {
                    add(runs.thread(run), runs.startNanos(run), runs.endNanos(run));
                }
            }
        }
    }

    /** A range of time on a thread: whatever of it went on there, also what began before or ended after. */
    private record ThreadRange(String thread, long fromNanos, long toNanos) {
        private static final int LEAST_PARTS = 100;

        /** Not what began only just before the end: a waiting thread takes a moment to notice that it may go on. */
        boolean has(String name, long startNanos, long endNanos) {
            long inside = Math.min(endNanos, toNanos) - Math.max(startNanos, fromNanos);
            return thread.equals(name)
                    && inside >= 0
                    && inside >= Math.min(endNanos - startNanos, (toNanos - fromNanos) / LEAST_PARTS);
        }
    }

    /** Of all steps of these requests; null where it was cancelled. The thread of the caller. */
    public static @Nullable RequestItems ofRequests(
            OpenRecording recording, Collection<Request> requests, BooleanSupplier cancelled) {
        Wanted wanted = new Wanted();
        for (Request request : requests) {
            if (cancelled.getAsBoolean()) {
                return null;
            }
            recording
                    .requests()
                    .tree(request.row(), request.invocation())
                    .forEach(row -> wanted.add(recording.model(), row, request));
        }
        return of(recording.items(), wanted, cancelled);
    }

    /** Of these rows of the context table; null where it was cancelled. The thread of the caller. */
    public static @Nullable RequestItems ofContexts(
            OpenRecording recording, Collection<Integer> rows, BooleanSupplier cancelled) {
        Wanted wanted = new Wanted();
        rows.forEach(row -> wanted.add(recording.model(), row, null));
        return of(recording.items(), wanted, cancelled);
    }

    /** What went on on a thread in a range of time; null where it was cancelled. The thread of the caller. */
    public static @Nullable RequestItems ofThread(
            OpenRecording recording, String thread, long fromNanos, long toNanos, BooleanSupplier cancelled) {
        Wanted wanted = new Wanted();
        wanted.range = new ThreadRange(thread, fromNanos, toNanos);
        return of(recording.items(), wanted, cancelled);
    }

    private static @Nullable RequestItems of(IItemCollection items, Wanted wanted, BooleanSupplier cancelled) {
        wanted.times.values().forEach(ThreadTimes::sort);
        List<IItem> all = new ArrayList<>();
        List<IItem> explaining = new ArrayList<>();
        int count = 0;
        for (IItemIterable ofType : items) {
            Reader reader = new Reader(ofType.getType());
            for (IItem item : ofType) {
                if (count++ % BETWEEN_QUESTIONS == 0 && cancelled.getAsBoolean()) {
                    return null;
                }
                if (all.size() < MAX_ITEMS && reader.isWanted(item, wanted)) {
                    all.add(item);
                    if (!reader.hasOwnFrameOnTop()) {
                        explaining.add(item);
                    }
                }
            }
        }
        return new RequestItems(all, explaining);
    }

    /** All of them. */
    public IItemCollection all() {
        return all;
    }

    /** Those whose stacks, if they have one, do not begin in the recorder: that says nothing about the application. */
    public IItemCollection explaining() {
        return explaining;
    }

    /** Reads items of one type; what a damaged recording does not tell of an item is unknown, and such an item is not wanted. */
    private static final class Reader {
        private final ItemFields fields;
        private final boolean isOfContext;

        Reader(IType<IItem> type) {
            fields = new ItemFields(type);
            isOfContext = type.getIdentifier().startsWith(EventNames.PREFIX)
                    && type.getAccessorKeys().keySet().stream()
                            .anyMatch(key -> key.getIdentifier().equals("contextId"));
        }

        boolean isWanted(@Nullable IItem item, Wanted wanted) {
            if (item == null) {
                return false;
            }
            fields.read(item);
            if (isOfContext) {
                return wanted.contextIds.contains(fields.number("contextId"));
            }
            String thread = fields.eventThread();
            ThreadRange range = wanted.range;
            ThreadTimes times = wanted.times.get(thread);
            if (thread == null || (range == null && times == null)) {
                return false;
            }
            long start = fields.startNanos();
            boolean isInTime = times != null && times.has(start);
            return start != EventSink.UNKNOWN
                    && (range == null ? isInTime : range.has(thread, start, Math.max(start, fields.endNanos())));
        }

        /** Of the item that was asked about last. */
        boolean hasOwnFrameOnTop() {
            String stack = fields.wholeStack();
            return stack != null && StackLines.isOwn(stack);
        }
    }
}
