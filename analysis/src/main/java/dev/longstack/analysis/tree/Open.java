package dev.longstack.analysis.tree;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.EventSink.OpenRequest;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.events.ContextKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a request was open when the recording ended: created, and neither run nor released.
 *
 * @param hops how many contexts
 * @param steps some of them, newest first
 * @param collected whether nobody can reach them any more: they never will run
 */
public record Open(int hops, List<Step> steps, boolean collected) {
    /** More are not looked at, whatever an event says. */
    private static final int MAX_STEPS = 100;

    private static final int WORDS = 4;
    private static final String NO_CLASS = "null";

    /** An open context. */
    public record Step(
            long contextId,
            String kind,
            String operation,
            @Nullable String taskClass) {
        boolean isContinuation() {
            return kind.equals(ContextKind.CONTINUATION.word());
        }

        /** As {@link StepNames} makes it; the recording may not have the context itself. */
        public String name(Model model) {
            int row = model.contexts().rowOf(contextId);
            return row == ContextTable.NO_ROW ? StepNames.of(operation, taskClass) : StepNames.of(model, row);
        }
    }

    /** What the event says; null where it is that nothing is open. */
    static @Nullable Open of(OpenRequest event) {
        List<Step> steps = new ArrayList<>();
        int markers = 0;
        String text = event.openSteps() == null ? "" : event.openSteps();
        for (String line : text.lines().limit(MAX_STEPS).toList()) {
            Step step = step(line);
            if (step != null && step.operation().equals(Model.CONSTRUCTED)) {
                markers++;
            } else if (step != null) {
                steps.add(step);
            }
        }
        int hops = event.openHops() - markers;
        return hops <= 0 ? null : new Open(Math.max(hops, steps.size()), List.copyOf(steps), event.collected());
    }

    /** {@code id kind operation class}, the operation with or without spaces; null for another form. */
    private static @Nullable Step step(String line) {
        String[] words = line.strip().replaceAll("\\p{Cntrl}", "?").split(" +", -1);
        if (words.length < WORDS - 1 || !words[0].matches("-?\\d{1,18}")) {
            return null;
        }
        boolean hasClass = words.length >= WORDS;
        String last = words[words.length - 1];
        String operation = String.join(" ", List.of(words).subList(2, words.length - (hasClass ? 1 : 0)));
        return new Step(
                Long.parseLong(words[0]), words[1], operation, hasClass && !last.equals(NO_CLASS) ? last : null);
    }

    /** How many of them the recording does not name. */
    public int unnamed() {
        return hops - steps.size();
    }

    /** Whether nothing of it waits for a thread: only for what is not complete, or for nobody. */
    boolean isOnlyWaiting() {
        return collected || (!steps.isEmpty() && steps.stream().allMatch(Step::isContinuation));
    }
}
