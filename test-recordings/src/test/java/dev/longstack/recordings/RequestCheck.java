package dev.longstack.recordings;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.events.Protocol;
import dev.longstack.recordings.TruthLines.Ran;
import dev.longstack.recordings.TruthLines.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** In whose requests a recording shows the steps of programs; each answer is what is wrong, a line each. */
final class RequestCheck {
    private final TruthLines truth;
    private final Model model;
    private final RecordedRequests requests;

    RequestCheck(TruthLines truth, Model model, RecordedRequests requests) {
        this.truth = truth;
        this.model = model;
        this.requests = requests;
    }

    /** What the runs name as their requests, the requests' own runs among them. */
    List<String> wrongRequests() {
        List<String> wrong = truth.wrong(this::wrongRequest);
        for (Request request : truth.requests.values()) {
            long named = request.id() == 0 ? 0 : requests.idOf(request.id(), 1);
            if (named != request.id()) {
                wrong.add(request + ": its own run names " + named);
            }
        }
        return wrong;
    }

    private @Nullable String wrongRequest(Ran ran) {
        long id = requests.idOf(ran.id(), ran.number());
        String name = requests.nameOf(ran.id(), ran.number());
        if (!TruthLines.allows(ran.requests(), Long.toString(id))) {
            return "names request " + id;
        }
        Request request = truth.requests.get(id);
        String expected = id > 0 && request != null ? request.name() : "";
        return expected.equals(name == null ? "" : name) ? null : "names request '" + name + "'";
    }

    /** Steps that a reader would show in a request of another program, by their links or by the request that they name. */
    List<String> inAnothersRequest() {
        return truth.wrong(ran -> {
            long linked = linkedRequest(ran);
            long named = requests.idOf(ran.id(), ran.number());
            if (isAnothers(ran, linked)) {
                return "linked to request " + linked;
            }
            return isAnothers(ran, named) ? "names request " + named : null;
        });
    }

    private boolean isAnothers(Ran ran, long requestId) {
        Request request = truth.requests.get(requestId);
        return requestId > 0 && (request == null || request.program() != ran.program());
    }

    /** Steps whose links lead to no request though somebody knew it, or to one though nobody can know it. */
    List<String> linkedToNoneOrTooMany() {
        return truth.wrong(ran -> {
            String linked = Long.toString(linkedRequest(ran));
            // below a loop, created before that took work: the run itself knows its request
            String named = Long.toString(requests.idOf(ran.id(), ran.number()));
            boolean known = linked.equals("-1") && TruthLines.allows(ran.requests(), named);
            return TruthLines.allows(ran.requests(), linked) || known ? null : "linked to request " + linked;
        });
    }

    /** How many steps are linked to no request that is known, and name none, by what made it so. */
    Map<String, Integer> unknownRequests() {
        Map<String, Integer> unknown = new TreeMap<>();
        for (Ran ran : truth.ran) {
            boolean named = requests.idOf(ran.id(), ran.number()) != Protocol.UNKNOWN_CONTEXT;
            if (ran.isRecorded() && !named && linkedRequest(ran) == Protocol.UNKNOWN_CONTEXT) {
                unknown.merge(ran.because(), 1, Integer::sum);
            }
        }
        return unknown;
    }

    /** Up the parents to the first request, which is unknown beyond what works for anybody. */
    private long linkedRequest(Ran ran) {
        ContextTable contexts = model.contexts();
        boolean known = true;
        int row = contexts.rowOf(ran.id());
        // no cycles: the parent of each is older
        while (row != ContextTable.NO_ROW && !contexts.isRequest(row)) {
            if (contexts.parentId(row) == Protocol.NO_CONTEXT) {
                return Protocol.NO_CONTEXT;
            }
            known &= !worksForAnybody(row);
            row = contexts.rowOf(contexts.parentId(row));
        }
        return known && row != ContextTable.NO_ROW ? contexts.id(row) : Protocol.UNKNOWN_CONTEXT;
    }

    private boolean worksForAnybody(int row) {
        return model.contexts().kind(row).equals("thread")
                || requests.idOf(model.contexts().id(row), 1) == Protocol.UNKNOWN_CONTEXT;
    }
}
