package dev.longstack.recordings;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.events.Protocol;
import dev.longstack.recordings.TruthLines.Ran;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A recording's links held against what its programs know of themselves; each answer is what is wrong, a line each. */
final class TruthCheck {
    private final TruthLines truth;
    private final Model model;

    TruthCheck(TruthLines truth, Model model) {
        this.truth = truth;
        this.model = model;
    }

    private List<String> wrong(Function<Ran, @Nullable String> difference) {
        return truth.wrong(difference);
    }

    List<String> wrongLinks() {
        return wrong(this::wrongLink);
    }

    private @Nullable String wrongLink(Ran ran) {
        int row = model.contexts().rowOf(ran.id());
        if (row == ContextTable.NO_ROW) {
            return "no such context";
        }
        if (runRow(ran) == ContextTable.NO_ROW) {
            return "no such run";
        }
        String operation = model.contexts().operation(row);
        String parent = model.contexts().parentId(row) + "." + model.contexts().parentInvocation(row);
        boolean right = operation.equals(ran.operation()) && TruthLines.allows(ran.parents(), parent);
        return right ? null : operation + " below " + parent;
    }

    private int runRow(Ran ran) {
        int row = model.contexts().rowOf(ran.id());
        return row == ContextTable.NO_ROW ? row : model.runNumbered(row, ran.number());
    }

    /** A thread of somebody's own is one, and none that an executor started for one task. */
    List<String> wrongKinds() {
        return wrong(ran -> {
            int row = model.contexts().rowOf(ran.id());
            boolean thread =
                    row != ContextTable.NO_ROW && model.contexts().kind(row).equals("thread");
            return thread == ran.isThread() ? null : "is " + (thread ? "a" : "no") + " thread";
        });
    }

    List<String> wrongTriggers() {
        return wrong(this::wrongTrigger);
    }

    private @Nullable String wrongTrigger(Ran ran) {
        int run = runRow(ran);
        String trigger = run == ContextTable.NO_ROW
                ? "none"
                : Long.toString(model.invocations().triggerId(run));
        boolean unknown = trigger.equals("-1") && ran.isBelowUnknown();
        return ran.triggers().contains(trigger) || unknown ? null : "triggered by " + trigger;
    }

    long unknownTriggers() {
        return truth.ran.stream()
                .filter(ran -> runRow(ran) != ContextTable.NO_ROW
                        && model.invocations().triggerId(runRow(ran)) == Protocol.UNKNOWN_CONTEXT)
                .count();
    }

    /** Two steps that were told to be the same run. */
    List<String> twice() {
        Set<String> seen = new HashSet<>();
        return wrong(
                ran -> seen.add(ran.id() + "." + ran.number()) ? null : "another step was told to be the same run");
    }

    List<String> wrongInline() {
        return truth.inline.stream()
                .filter(inline -> inline.id() != inline.expectedId())
                .map(Object::toString)
                .toList();
    }

    /** What did not run must be released. */
    List<String> neverNorReleased() {
        Map<String, Integer> released = released();
        List<String> wrong = new ArrayList<>();
        truth.never.forEach((never, count) -> {
            int found = never.parents().stream()
                    .mapToInt(parent -> released.getOrDefault(never.operation() + " " + parent, 0))
                    .sum();
            if (found < count && !never.parents().contains("*")) {
                wrong.add(never + ": " + found + " of " + count);
            }
        });
        return wrong;
    }

    private Map<String, Integer> released() {
        Map<String, Integer> released = new HashMap<>();
        ContextTable contexts = model.contexts();
        for (int row = 0; row < contexts.size(); row++) {
            if (model.runCount(row) == 0 && contexts.releaseReason(row) != null) {
                String parent = contexts.parentId(row) + "." + contexts.parentInvocation(row);
                released.merge(contexts.operation(row) + " " + parent, 1, Integer::sum);
            }
        }
        return released;
    }

    /** Whether a step is in the recording is decided where its tree begins. */
    List<String> tornTrees() {
        List<String> wrong = new ArrayList<>();
        // what a thread of somebody's own creates tops trees of its own
        Set<String> threads = new HashSet<>();
        truth.ran.stream().filter(Ran::isThread).forEach(thread -> threads.add(thread.id() + "."));
        for (Ran ran : truth.ran) {
            if (ran.parents().stream().anyMatch(parent -> threads.contains(idOf(parent)))) {
                continue;
            }
            boolean torn = ran.hasParentLeftOut() ? ran.isRecorded() : ran.hasRecordedParent() && !ran.isRecorded();
            if (torn && !ran.isThread()) {
                wrong.add(ran + ": " + (ran.isRecorded() ? "recorded" : "left out") + " without its parent");
            }
        }
        truth.carried.stream()
                .filter(carried -> (carried.taskId() == 0) != (carried.requestId() == 0))
                .forEach(carried -> wrong.add(carried + ": one is left out"));
        return wrong;
    }

    /** Contexts whose parent's id is of no context in the recording. */
    List<String> missingParents() {
        List<String> missing = new ArrayList<>();
        ContextTable contexts = model.contexts();
        for (int row = 0; row < contexts.size(); row++) {
            if (contexts.parentId(row) > 0 && contexts.rowOf(contexts.parentId(row)) == ContextTable.NO_ROW) {
                missing.add(contexts.operation(row) + " " + contexts.id(row) + " below " + contexts.parentId(row));
            }
        }
        return missing;
    }

    /** Wrong links and triggers where forks may be left out: those have their ancestor's id, and so have their children. */
    List<String> wrongBesideElided() {
        Set<String> ancestors = new HashSet<>();
        truth.ran.stream().filter(Ran::isElided).forEach(ran -> ancestors.add(ran.id() + "."));
        return wrong(ran -> {
            boolean mayBeElided =
                    ran.operation().startsWith("ForkJoin") && ran.parents().contains("*");
            if (ran.isElided()
                    || mayBeElided
                    || ran.parents().stream().anyMatch(parent -> ancestors.contains(idOf(parent)))) {
                return null;
            }
            String link = wrongLink(ran);
            String trigger = wrongTrigger(ran);
            // who caused it may be left out
            boolean unknown =
                    trigger != null && trigger.endsWith(" -1") && ran.triggers().contains("0");
            return link != null || unknown ? link : trigger;
        });
    }

    private static String idOf(String parent) {
        return parent.substring(0, Math.max(0, parent.indexOf('.') + 1));
    }
}
