package dev.longstack.companions;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.HintTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.analysis.tree.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** What a recording says of the steps that the service noted in it. */
final class Recorded {
    private final Analysis analysis;
    private final Model model;
    private final List<Step> steps = new ArrayList<>();

    private Recorded(Analysis analysis) {
        this.analysis = analysis;
        this.model = analysis.model();
    }

    /**
     * A step.
     *
     * @param id of its exchange, as the service knows it
     * @param request row of the request that the recording shows it in; {@link ContextTable#NO_ROW} for none
     */
    record Step(long id, String what, int request) {}

    static Recorded in(Path recording) throws IOException, RecordingException {
        Recorded recorded = new Recorded(Analysis.open(recording, count -> {}));
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("companions.Step")) {
                    recorded.steps.add(recorded.step(event));
                }
            }
        }
        return recorded;
    }

    private Step step(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        String name = thread.getJavaName() == null ? "" : thread.getJavaName();
        Instant time = event.getStartTime();
        int run = analysis.stacks()
                .innermostRun(
                        name + "#" + thread.getJavaThreadId(), time.getEpochSecond() * 1_000_000_000L + time.getNano());
        int request = run == ContextTable.NO_ROW
                ? ContextTable.NO_ROW
                : request(model.invocations().contextRow(run));
        return new Step(event.getLong("id"), event.getString("what"), request);
    }

    /** By links that are known: what is assumed counts for nothing. */
    private int request(int from) {
        int row = from;
        while (row != ContextTable.NO_ROW && !model.topsItsOwnTree(row)) {
            row = model.parentRow(row);
        }
        return row != ContextTable.NO_ROW && model.contexts().isRequest(row) ? row : ContextTable.NO_ROW;
    }

    List<Step> steps() {
        return steps;
    }

    int requests() {
        return analysis.requests().count();
    }

    /** How many requests have each name. */
    Map<String, Integer> names() {
        Map<String, Integer> names = new TreeMap<>();
        for (int row = 0; row < model.contexts().size(); row++) {
            if (model.contexts().isRequest(row)) {
                names.merge(String.valueOf(model.contexts().operation(row)), 1, Integer::sum);
            }
        }
        return names;
    }

    /** How many hops the request of this name has that has the fewest. */
    int fewestHops(String name) {
        return analysis.requests().ranked(Filter.ALL).stream()
                .filter(request -> request.name().equals(name))
                .mapToInt(Request::hops)
                .min()
                .orElse(0);
    }

    /** What was asked for, as far as requests say it in a hint. */
    Set<String> uris() {
        Set<String> uris = new HashSet<>();
        HintTable hints = model.hints();
        for (int hint = 0; hint < hints.size(); hint++) {
            if (hints.name(hint).equals("uri")) {
                uris.add(String.valueOf(hints.details(hint)));
            }
        }
        return uris;
    }

    /** Kinds of steps that the recording shows in no request, and how many of them. */
    Map<String, Integer> unlinked() {
        Map<String, Integer> unlinked = new TreeMap<>();
        steps.stream()
                .filter(step -> step.request() == ContextTable.NO_ROW)
                .forEach(step -> unlinked.merge(step.what(), 1, Integer::sum));
        return unlinked;
    }

    /** Kinds of steps in a request where a step of another exchange was first. */
    Map<String, Integer> inAnothersRequest() {
        Map<Integer, Long> owners = new HashMap<>();
        Map<String, Integer> wrong = new TreeMap<>();
        for (Step step : steps) {
            if (step.request() != ContextTable.NO_ROW
                    && !owners.computeIfAbsent(step.request(), row -> step.id()).equals(step.id())) {
                wrong.merge(step.what(), 1, Integer::sum);
            }
        }
        return wrong;
    }

    /** Kinds of steps in another request than the first step of their exchange. */
    Map<String, Integer> inASecondRequest() {
        Map<Long, Integer> homes = new HashMap<>();
        Map<String, Integer> split = new TreeMap<>();
        for (Step step : steps) {
            if (step.request() != ContextTable.NO_ROW
                    && homes.computeIfAbsent(step.id(), id -> step.request()) != step.request()) {
                split.merge(step.what(), 1, Integer::sum);
            }
        }
        return split;
    }
}
