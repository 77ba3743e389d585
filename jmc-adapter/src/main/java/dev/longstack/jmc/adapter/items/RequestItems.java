package dev.longstack.jmc.adapter.items;

import dev.longstack.analysis.model.InvocationTable;
import dev.longstack.analysis.model.Model;
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
import org.openjdk.jmc.common.IMCStackTrace;
import org.openjdk.jmc.common.IMCThread;
import org.openjdk.jmc.common.item.IAccessorKey;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IMemberAccessor;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.item.ItemCollectionToolkit;
import org.openjdk.jmc.common.unit.IQuantity;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;

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
        Map<IMCThread, ThreadTimes> known = new HashMap<>();
        int count = 0;
        for (IItemIterable ofType : items) {
            Reader reader = new Reader(ofType.getType());
            for (IItem item : ofType) {
                if (count++ % BETWEEN_QUESTIONS == 0 && cancelled.getAsBoolean()) {
                    return null;
                }
                if (all.size() < MAX_ITEMS && reader.isWanted(item, wanted, known)) {
                    all.add(item);
                    if (!reader.hasOwnFrameOnTop(item)) {
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

    /** Reads items of one type. */
    private static final class Reader {
        private static final ThreadTimes NEVER = new ThreadTimes();

        private final @Nullable IMemberAccessor<?, IItem> contextId;
        private final @Nullable IMemberAccessor<IMCThread, IItem> thread;
        private final @Nullable IMemberAccessor<IQuantity, IItem> start;
        private final @Nullable IMemberAccessor<IQuantity, IItem> end;
        private final @Nullable IMemberAccessor<IMCStackTrace, IItem> stack;

        Reader(IType<IItem> type) {
            contextId = type.getIdentifier().startsWith(EventNames.PREFIX) ? accessor(type, "contextId") : null;
            thread = JfrAttributes.EVENT_THREAD.getAccessor(type);
            start = JfrAttributes.START_TIME.getAccessor(type);
            end = JfrAttributes.END_TIME.getAccessor(type);
            stack = JfrAttributes.EVENT_STACKTRACE.getAccessor(type);
        }

        private static @Nullable IMemberAccessor<?, IItem> accessor(IType<IItem> type, String field) {
            for (IAccessorKey<?> key : type.getAccessorKeys().keySet()) {
                if (key.getIdentifier().equals(field)) {
                    return type.getAccessor(key);
                }
            }
            return null;
        }

        boolean isWanted(IItem item, Wanted wanted, Map<IMCThread, ThreadTimes> known) {
            if (contextId != null) {
                return contextId.getMember(item) instanceof Number id && wanted.contextIds.contains(id.longValue());
            }
            IMCThread on = thread == null || start == null ? null : thread.getMember(item);
            if (on == null || start == null) {
                return false;
            }
            if (wanted.range != null) {
                return isIn(wanted.range, on, item);
            }
            ThreadTimes times = known.computeIfAbsent(on, key -> wanted.times.getOrDefault(name(key), NEVER));
            IQuantity began = times == NEVER ? null : start.getMember(item);
            return began != null && times.has(began.clampedLongValueIn(UnitLookup.EPOCH_NS));
        }

        private boolean isIn(ThreadRange range, IMCThread on, IItem item) {
            IQuantity began = start == null ? null : start.getMember(item);
            IQuantity ended = end == null ? began : end.getMember(item);
            return began != null
                    && ended != null
                    && range.has(
                            name(on),
                            began.clampedLongValueIn(UnitLookup.EPOCH_NS),
                            ended.clampedLongValueIn(UnitLookup.EPOCH_NS));
        }

        /** As the model has it. */
        private static String name(IMCThread thread) {
            String name = thread.getThreadName();
            return (name == null ? "" : name) + "#" + thread.getThreadId();
        }

        boolean hasOwnFrameOnTop(IItem item) {
            IMCStackTrace trace = stack == null ? null : stack.getMember(item);
            return trace != null
                    && !trace.getFrames().isEmpty()
                    && trace.getFrames().get(0).getMethod() != null
                    && StackLines.isOwn(
                            trace.getFrames().get(0).getMethod().getType().getFullName());
        }
    }
}
