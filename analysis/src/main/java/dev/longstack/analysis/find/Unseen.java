package dev.longstack.analysis.find;

import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.model.Model;
import java.util.ArrayList;
import java.util.List;

/** Collects what a recording did not show a check, as sentences. One thread. */
final class Unseen {
    private final List<String> sentences = new ArrayList<>();

    private Unseen() {}

    /** With what concerns all checks. */
    static Unseen of(Model model) {
        Unseen unseen = new Unseen();
        unseen.add(model.rest().issues().containsKey(LinkIssue.TRUNCATED), "Part of the recording could not be read.");
        int every = model.rest().sampling().mostEvery();
        unseen.add(every > 1, "At times only 1 in " + Counts.of(every) + " requests was recorded.");
        return unseen;
    }

    /** Adds a sentence where it is true. */
    Unseen add(boolean isTrue, String sentence) {
        if (isTrue) {
            sentences.add(sentence);
        }
        return this;
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
