package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.analysis.model.Model;
import dev.longstack.recordings.ChildJvm.Ended;
import dev.longstack.recordings.truth.RandomPrograms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Random programs against their recordings; {@code -Dtruth.programs=1000 -Dtruth.seed=N} for more and for others. */
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
class TruthTest {
    private static final String PROGRAMS = System.getProperty("truth.programs", "50");
    private static final String SEED = System.getProperty("truth.seed", "1");

    @TempDir
    private Path folder;

    private Ended run(Path recording, String options) throws Exception {
        ChildJvm child = ChildJvm.in(folder).agent(options).recordTo(recording);
        if (Runtime.version().feature() >= 21) {
            child.jvm("--enable-preview");
        }
        Ended ended = child.run(RandomPrograms.class, SEED, PROGRAMS);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).as("nothing is current in the end").contains("end 0");
        return ended;
    }

    @Test
    void everyLinkIsRightAndNoneIsMissing() throws Exception {
        Path recording = folder.resolve("truth.jfr");
        Ended ended = run(recording, "budget=0");
        Model model = Recorded.in(recording).model();
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, Integer> never = new HashMap<>();
        int unknown = 0;
        for (String line : ended.out().lines().toList()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "ran" -> {
                    String difference = difference(model, words);
                    if (difference != null) {
                        wrong.add(line + ": " + difference);
                    }
                    if (!seen.add(words[2] + "." + words[3])) {
                        wrong.add(line + ": another step was told to be the same run");
                    }
                    unknown += isUnknown(model, words) ? 1 : 0;
                }
                case "never" -> never.merge(words[1] + " " + words[2] + " " + words[3], 1, Integer::sum);
                case "inline" -> {
                    if (!words[1].equals(words[2])) {
                        wrong.add(line);
                    }
                }
                default -> {}
            }
        }
        never.forEach((key, count) -> {
            if (countOfNever(model, key) < count) {
                wrong.add("never " + key + ": " + countOfNever(model, key) + " of " + count);
            }
        });
        System.out.println(seen.size() + " runs of " + PROGRAMS + " programs, " + unknown + " triggers unknown, "
                + wrong.size() + " wrong");
        assertThat(wrong).isEmpty();
        assertThat(seen).as("the programs did something").hasSizeGreaterThan(100);
        assertThat(model.rest().issues())
                .as("nothing is lost")
                .doesNotContainKeys(
                        LinkIssue.PARENT_MISSING,
                        LinkIssue.PARENT_UNKNOWN,
                        LinkIssue.NEVER_INVOKED,
                        LinkIssue.INVOKED_AFTER_RELEASE,
                        LinkIssue.CLOCK_WENT_BACK,
                        LinkIssue.RUNNING);
    }

    /** A fork that was left out runs under its nearest recorded ancestor's id, and so do those that it forks. */
    private static boolean isElided(String[] words) {
        return words[1].startsWith("ForkJoin") && words[2].equals(words[4]) && !words[2].equals("0");
    }

    @Test
    void withSamplingAndABudgetNoLinkIsWrongAndEachOmissionIsCounted() throws Exception {
        Path recording = folder.resolve("budget.jfr");
        Ended ended = run(recording, "sample=1/2,budget=500");
        Model model = Recorded.in(recording).model();
        List<String[]> ran = ended.out()
                .lines()
                .filter(line -> line.startsWith("ran "))
                .map(line -> line.split(" "))
                .toList();
        Set<String> ancestors = new HashSet<>();
        ran.stream().filter(TruthTest::isElided).forEach(words -> ancestors.add(words[2]));
        List<String> wrong = new ArrayList<>();
        long leftOut = 0;
        long elided = 0;
        for (String[] words : ran) {
            boolean isLeftOut = words[2].equals("0");
            leftOut += isLeftOut && words[3].equals("1") ? 1 : 0;
            elided += isElided(words) ? 1 : 0;
            if (isLeftOut != words[4].equals("0")) {
                wrong.add(String.join(" ", words) + ": left out without its parent");
            } else if (!isLeftOut && !isElided(words) && !ancestors.contains(words[4])) {
                String difference = difference(model, words);
                if (difference != null) {
                    wrong.add(String.join(" ", words) + ": " + difference);
                }
            }
        }
        Map<String, Long> dropped = model.rest().dropped();
        System.out.println(ran.size() + " runs, " + leftOut + " left out with their roots, " + elided
                + " forks elided, " + wrong.size() + " wrong; counted: " + dropped);
        assertThat(wrong).isEmpty();
        assertThat(leftOut).as("sampling left something out").isPositive();
        assertThat(dropped.get("context of a sampled-out root")).isGreaterThanOrEqualTo(leftOut);
        assertThat(dropped.getOrDefault("fork over budget", 0L)).isGreaterThanOrEqualTo(elided);
        assertThat(Recorded.in(recording).harmfulIssues()).isEmpty();
    }

    /** What is wrong in the recording with {@code ran OPERATION id run parentId parentRun triggers}; null for nothing. */
    private static @Nullable String difference(Model model, String[] words) {
        int row = model.contexts().rowOf(Long.parseLong(words[2]));
        if (row == ContextTable.NO_ROW) {
            return "no such context";
        }
        int run = model.runNumbered(row, Integer.parseInt(words[3]));
        if (run == ContextTable.NO_ROW) {
            return "no such run";
        }
        String actual = model.contexts().operation(row) + " " + model.contexts().parentId(row) + " "
                + model.contexts().parentInvocation(row);
        if (!actual.equals(words[1] + " " + words[4] + " " + words[5])) {
            return actual;
        }
        String trigger = Long.toString(model.invocations().triggerId(run));
        return Arrays.asList(words[6].split(",")).contains(trigger) ? null : "trigger " + trigger;
    }

    private static boolean isUnknown(Model model, String[] words) {
        int row = model.contexts().rowOf(Long.parseLong(words[2]));
        int run = row == ContextTable.NO_ROW ? row : model.runNumbered(row, Integer.parseInt(words[3]));
        return run != ContextTable.NO_ROW && model.invocations().triggerId(run) < 0;
    }

    private static int countOfNever(Model model, String key) {
        int count = 0;
        for (int row = 0; row < model.contexts().size(); row++) {
            boolean released = model.runCount(row) == 0 && model.contexts().releaseReason(row) != null;
            String found = model.contexts().operation(row) + " "
                    + model.contexts().parentId(row) + " " + model.contexts().parentInvocation(row);
            count += released && found.equals(key) ? 1 : 0;
        }
        return count;
    }
}
