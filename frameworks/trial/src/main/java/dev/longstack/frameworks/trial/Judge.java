package dev.longstack.frameworks.trial;

import dev.longstack.analysis.model.ContextTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Holds a recording's answers against the ids of the steps.
 *
 * <p>1. A tree belongs to the first request that was handled in it, else to whoever had the first step there. 2. A request's
 * home is the tree that its handler ran in. 3. A step in a tree that belongs to another one is wrong; whether the tree's top
 * is a request decides whether anybody would be told so.
 */
final class Judge {
    private final Recorded recorded;
    private final Map<Integer, Long> owners = new HashMap<>();
    private final Map<Integer, Set<Long>> ids = new HashMap<>();
    private final Map<Long, Integer> homes = new HashMap<>();

    Judge(Recorded recorded) {
        this.recorded = recorded;
    }

    Score score(List<Facts.Step> steps) {
        List<Recorded.Answer> answers = steps.stream()
                .map(step -> recorded.at(step.thread(), step.nanos()))
                .toList();
        for (int i = 0; i < steps.size(); i++) {
            settle(steps.get(i), answers.get(i));
        }
        Score score = new Score();
        for (int i = 0; i < steps.size(); i++) {
            Facts.Step step = steps.get(i);
            // what nobody asked for, such as a warm-up, has no id
            if (step.id() != 0) {
                own(step, answers.get(i));
                score.add(step.what(), verdict(step, answers.get(i)));
            }
        }
        return score;
    }

    private void settle(Facts.Step step, Recorded.Answer answer) {
        ids.computeIfAbsent(answer.top(), top -> new HashSet<>()).add(step.id());
        if (step.isRequest() && answer.isRequest()) {
            owners.putIfAbsent(answer.top(), step.id());
            homes.putIfAbsent(step.id(), answer.top());
        }
    }

    private void own(Facts.Step step, Recorded.Answer answer) {
        owners.putIfAbsent(answer.top(), step.id());
    }

    private Verdict verdict(Facts.Step step, Recorded.Answer answer) {
        if (answer.top() == ContextTable.NO_ROW) {
            return Verdict.UNKNOWN;
        }
        if (!answer.isRequest()) {
            return Objects.requireNonNull(ids.get(answer.top())).size() > 1 ? Verdict.MIXED : Verdict.UNKNOWN;
        }
        boolean own = Objects.requireNonNull(owners.get(answer.top())) == step.id();
        if (answer.isAssumed()) {
            return own ? Verdict.ASSUMED : Verdict.MISTAKEN;
        }
        if (!own) {
            return Verdict.WRONG;
        }
        return homes.getOrDefault(step.id(), answer.top()) == answer.top() ? Verdict.RIGHT : Verdict.SPLIT;
    }
}
