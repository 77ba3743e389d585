package dev.longstack.jmc.adapter.stack;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.stack.AsyncStacks;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.events.EventNames;
import dev.longstack.jmc.adapter.items.ItemFields;
import dev.longstack.jmc.adapter.items.OpenRecording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;

/** The async stacks of a selection of events; those that read the same are one group. */
public final class StitchedStacks {
    private static final int BETWEEN_QUESTIONS = 1_000;

    private final Model model;
    private final AsyncStacks stacks;
    private final Map<List<@Nullable Object>, Group> groups = new LinkedHashMap<>();

    private StitchedStacks(OpenRecording recording) {
        this.model = recording.model();
        this.stacks = recording.stacks();
    }

    /** Events with the same async stack, and how long they lasted together. */
    public static final class Group {
        private final AsyncStack stack;
        private final String title;
        private int count;
        private long nanos;

        private Group(AsyncStack stack, String title) {
            this.stack = stack;
            this.title = title;
        }

        public AsyncStack stack() {
            return stack;
        }

        /** The innermost frame of the user's, else the innermost step. */
        public String title() {
            return title;
        }

        public int count() {
            return count;
        }

        /** Sum of the events' durations. */
        public long nanos() {
            return nanos;
        }
    }

    /**
     * Groups of these events, the longest one first, and of those that lasted equally long the one with the most events; those
     * without a stack of their own, then those without a context come last. Null where it was cancelled. The thread of the caller.
     */
    public static @Nullable List<Group> of(
            OpenRecording recording, IItemCollection selection, BooleanSupplier cancelled) {
        StitchedStacks stitched = new StitchedStacks(recording);
        int count = 0;
        for (IItemIterable ofType : selection) {
            String type = ofType.getType().getIdentifier();
            boolean isOurs = type.startsWith(EventNames.PREFIX);
            ItemFields fields = new ItemFields(ofType.getType());
            for (IItem item : ofType) {
                if (count++ % BETWEEN_QUESTIONS == 0 && cancelled.getAsBoolean()) {
                    return null;
                }
                fields.read(item);
                stitched.add(fields, isOurs);
            }
        }
        List<Group> groups = new ArrayList<>(stitched.groups.values());
        groups.sort(
                Comparator.comparing((Group group) -> group.stack().boundaries().isEmpty())
                        .thenComparing(group -> group.stack().now().isEmpty())
                        .thenComparing(Comparator.comparingLong(Group::nanos).reversed())
                        .thenComparing(Comparator.comparingInt(Group::count).reversed()));
        return groups;
    }

    private void add(ItemFields fields, boolean isOurs) {
        String thread = fields.eventThread();
        int ofContext = isOurs ? model.contexts().rowOf(fields.number("contextId")) : ContextTable.NO_ROW;
        String now = ofContext == ContextTable.NO_ROW ? fields.wholeStack() : null;
        if (ofContext == ContextTable.NO_ROW && thread == null && now == null) {
            return;
        }
        int run = ofContext != ContextTable.NO_ROW || thread == null
                ? ContextTable.NO_ROW
                : stacks.innermostRun(thread, fields.startNanos());
        int first = run == ContextTable.NO_ROW ? ofContext : model.invocations().contextRow(run);
        Group group = groups.computeIfAbsent(key(now, first), key -> {
            AsyncStack stack = ofContext != ContextTable.NO_ROW
                    ? stacks.ofContext(ofContext)
                    : stacks.ofEvent(now, thread, fields.startNanos());
            return new Group(stack, title(now, first));
        });
        group.count++;
        group.nanos += fields.endNanos() - fields.startNanos();
    }

    private String title(@Nullable String now, int row) {
        String frame = StepNames.userFrame(now);
        return frame != null
                ? StepNames.shortFrame(frame)
                : row == ContextTable.NO_ROW ? "no context" : StepNames.of(model, row);
    }

    /** What two async stacks must have in common to read the same; the texts are the model's own, so they compare fast. */
    private List<@Nullable Object> key(@Nullable String now, int first) {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(now);
        ContextTable contexts = model.contexts();
        int row = first;
        while (row != ContextTable.NO_ROW && key.size() < 3 * AsyncStacks.MAX_BOUNDARIES) {
            key.add(contexts.operationRow(row));
            key.add(contexts.taskClass(row));
            key.add(contexts.ownStack(row));
            row = contexts.isRequest(row) ? ContextTable.NO_ROW : model.parentRow(row);
        }
        return key;
    }
}
