package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.tree.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Which context is meant: one by its id, else the slowest request that the filter lets through. */
final class ContextChoice {
    @Mixin
    private FilterOption filter = new FilterOption();

    /** A row of the context table; a null id asks for the slowest request. */
    int row(Analysis analysis, @Nullable Long contextId) throws CommandException {
        if (contextId != null) {
            int row = analysis.model().contexts().rowOf(contextId);
            if (row == ContextTable.NO_ROW) {
                throw new CommandException("the recording has no context " + contextId
                        + "; 'longstack requests' lists the requests with their ids");
            }
            return row;
        }
        List<Request> ranked = analysis.requests().ranked(filter.filter());
        if (ranked.isEmpty()) {
            throw new CommandException("the recording has no matching request");
        }
        return ranked.get(0).row();
    }
}
