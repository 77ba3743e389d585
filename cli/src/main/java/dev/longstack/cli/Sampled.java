package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.Model.Sampling;

/** How many of all requests the recording has, where it does not have all. */
final class Sampled {
    private Sampled() {}

    /** A sentence; empty where all were recorded. */
    static String sentence(Analysis analysis) {
        Sampling sampling = analysis.model().rest().sampling();
        String what = analysis.requests().areRoots() ? "roots" : "requests";
        if (sampling.mostEvery() <= 1) {
            return "";
        }
        if (sampling.lastEvery() <= 1) {
            return "Sampled: at times only 1 in " + sampling.mostEvery() + " " + what
                    + " was recorded; at the end all were.";
        }
        String before =
                sampling.mostEvery() > sampling.lastEvery() ? "; at times only 1 in " + sampling.mostEvery() : "";
        return "Sampled: at the end 1 in " + sampling.lastEvery() + " " + what + " was recorded" + before + ".";
    }
}
