package dev.longstack.cli;

import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.tree.Open;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an open request waits for, in lines and in JSON. */
final class OpenSteps {
    private OpenSteps() {}

    /** {@code waits for CompletableFuture.thenApply · Shop lambda}, a line a step, and how many more there are. */
    static List<String> lines(Model model, @Nullable Open open) {
        if (open == null) {
            return List.of();
        }
        Stream<String> named = open.steps().stream().map(step -> "waits for  " + step.name(model));
        String more = open.steps().isEmpty()
                ? "waits for  " + open.hops() + " steps that the recording does not name"
                : "and " + open.unnamed() + " more";
        return Stream.concat(named, open.unnamed() > 0 ? Stream.of(more) : Stream.of())
                .toList();
    }

    static List<Map<String, @Nullable Object>> json(Model model, @Nullable Open open) {
        return open == null
                ? List.of()
                : open.steps().stream()
                        .map(step -> Json.object(
                                "contextId", step.contextId(),
                                "kind", step.kind(),
                                "operation", step.operation(),
                                "name", step.name(model),
                                "taskClass", step.taskClass()))
                        .toList();
    }
}
