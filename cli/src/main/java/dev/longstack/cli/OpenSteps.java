package dev.longstack.cli;

import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.tree.Open;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an open request waits for, in JSON. */
final class OpenSteps {
    private OpenSteps() {}

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
