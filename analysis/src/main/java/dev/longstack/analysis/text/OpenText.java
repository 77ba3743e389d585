package dev.longstack.analysis.text;

import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.tree.Open;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an open request waited for when the recording ended, in words. */
public final class OpenText {
    /** Of a request that nobody can end any more. */
    public static final String ABANDONED =
            "abandoned: what it waits for was garbage-collected; nothing can complete it";

    private OpenText() {}

    /** {@code waits for CompletableFuture.thenApply · Shop lambda}, one per step, and how many more there are; empty for null. */
    public static List<String> lines(Model model, @Nullable Open open) {
        if (open == null) {
            return List.of();
        }
        Stream<String> named = open.steps().stream().map(step -> "waits for  " + step.name(model));
        String more = open.steps().isEmpty()
                ? "waits for  " + steps(open.hops()) + " that the recording does not name"
                : "and " + open.unnamed() + " more";
        return Stream.concat(named, open.unnamed() > 0 ? Stream.of(more) : Stream.of())
                .toList();
    }

    /** {@code waits for A, B and 3 more}; whether anybody can still complete it is said. */
    public static String sentence(Model model, Open open) {
        String steps = open.steps().stream().map(step -> step.name(model)).collect(Collectors.joining(", "));
        String all = steps.isEmpty()
                ? steps(open.hops())
                : steps + (open.unnamed() > 0 ? " and " + open.unnamed() + " more" : "");
        return (open.collected() ? "abandoned: nothing can complete " : "waits for ") + all;
    }

    private static String steps(int count) {
        return count == 1 ? "1 step" : count + " steps";
    }
}
