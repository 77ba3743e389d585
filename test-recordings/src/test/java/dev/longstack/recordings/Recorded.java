package dev.longstack.recordings;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.Request;
import java.nio.file.Path;
import java.util.List;

/** A recording of a child JVM, asked in the words of the tests. */
record Recorded(Analysis analysis) {
    static Recorded in(Path recording) throws RecordingException {
        return new Recorded(Analysis.open(recording, count -> {}));
    }

    Model model() {
        return analysis.model();
    }

    /** Longest first. */
    List<Request> requests() {
        return analysis.requests().ranked(Filter.ALL);
    }

    Request longestRequest() {
        return requests().get(0);
    }

    /** Of the request and all below it, parents before children. */
    List<String> operations(Request request) {
        return analysis.requests().tree(request.row()).stream()
                .map(row -> model().contexts().operation(row))
                .toList();
    }

    List<LinkIssue> harmfulIssues() {
        return model().rest().issues().keySet().stream()
                .filter(LinkIssue::isHarmful)
                .toList();
    }
}
