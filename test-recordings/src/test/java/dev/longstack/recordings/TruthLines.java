package dev.longstack.recordings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What random programs wrote of themselves; the lines are those of {@code Truth}. */
final class TruthLines {
    final List<Ran> ran = new ArrayList<>();
    final Map<Long, Request> requests = new HashMap<>();
    /** How many of each. */
    final Map<Never, Integer> never = new HashMap<>();

    final List<Inline> inline = new ArrayList<>();
    final List<Carried> carried = new ArrayList<>();

    /** A run of a step, with all that a recording may say of it. */
    record Ran(
            int program,
            String because,
            String operation,
            long id,
            int number,
            List<String> parents,
            List<String> triggers,
            List<String> requests) {
        boolean isRecorded() {
            return id > 0;
        }

        /** Whether who scheduled it is unknown, as what a thread was that is left out. */
        boolean isBelowUnknown() {
            return parents.contains("-1.0");
        }

        /** Whether it is known to be created below a context that was left out. */
        boolean hasParentLeftOut() {
            return parents.equals(List.of("out"));
        }

        /** Whether it is known to be created below a context that was not left out. */
        boolean hasRecordedParent() {
            return parents.size() == 1
                    && parents.get(0).charAt(0) > '0'
                    && parents.get(0).charAt(0) <= '9';
        }

        boolean isThread() {
            return operation.startsWith("Thread.");
        }

        /** A fork that was left out runs under its nearest recorded ancestor's id, and so do those that it forks. */
        boolean isElided() {
            return operation.startsWith("ForkJoin")
                    && isRecorded()
                    && parents.get(0).startsWith(id + ".");
        }
    }

    record Request(int program, long id, String name) {}

    /** What was scheduled and did not run. */
    record Never(String operation, List<String> parents) {}

    record Inline(long id, long expectedId) {}

    record Carried(long taskId, long requestId) {}

    static TruthLines of(String output) {
        TruthLines lines = new TruthLines();
        output.lines().forEach(line -> lines.add(line.split(" ")));
        return lines;
    }

    private void add(String[] words) {
        switch (words[0]) {
            case "ran" ->
                ran.add(new Ran(
                        Integer.parseInt(words[1]),
                        words[2],
                        words[3],
                        Long.parseLong(words[4]),
                        Integer.parseInt(words[5]),
                        choices(words[6].replace("-1.1", "-1.0")),
                        choices(words[7]),
                        choices(words[8])));
            case "request" -> {
                Request request = new Request(Integer.parseInt(words[1]), Long.parseLong(words[2]), words[3]);
                requests.put(request.id, request);
            }
            case "never" -> never.merge(new Never(words[2], choices(words[3])), 1, Integer::sum);
            case "inline" -> inline.add(new Inline(Long.parseLong(words[1]), Long.parseLong(words[2])));
            case "carries" -> carried.add(new Carried(Long.parseLong(words[1]), Long.parseLong(words[2])));
            default -> {}
        }
    }

    private static List<String> choices(String text) {
        return List.of(text.split(","));
    }

    static boolean allows(List<String> choices, String actual) {
        return choices.contains(actual) || choices.contains("*") || (choices.contains("out") && actual.equals("0.0"));
    }

    /** The recorded runs that are not as they should be. */
    List<String> wrong(Function<Ran, @Nullable String> difference) {
        List<String> wrong = new ArrayList<>();
        for (Ran each : ran) {
            String found = each.isRecorded() ? difference.apply(each) : null;
            if (found != null) {
                wrong.add(each + ": " + found);
            }
        }
        return wrong;
    }
}
