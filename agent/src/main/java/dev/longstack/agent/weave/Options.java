package dev.longstack.agent.weave;

import dev.longstack.record.Settings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The agent's options: {@code name=value}, separated by commas; several values of one option by {@code +}.
 *
 * @param families what is woven
 * @param settings how is recorded
 * @param verbose whether the agent tells on stderr what it does
 */
record Options(Set<Family> families, Settings settings, boolean verbose) {
    private static final List<String> NAMES =
            List.of("include", "exclude", "handles", "stacks", "sample", "budget", "log");
    private static final long DEFAULT_BUDGET = 50_000;

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static Options parse(String text) {
        Set<Family> families = EnumSet.complementOf(EnumSet.of(Family.HANDLES));
        Settings.Stacks stacks = Settings.Stacks.SAMPLED;
        int sampleEvery = 1;
        long budget = DEFAULT_BUDGET;
        boolean verbose = false;
        for (String option : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int equals = option.indexOf('=');
            String name =
                    equals < 0 ? option.trim() : option.substring(0, equals).trim();
            String value = equals < 0 ? "" : option.substring(equals + 1).trim();
            switch (name) {
                case "include" -> families = families(value);
                case "exclude" -> families.removeAll(families(value));
                case "stacks" -> stacks = stacks(value);
                case "sample" -> sampleEvery = sample(value);
                case "budget" -> budget = number(name, value, 0);
                case "handles" -> {
                    if (isOn(name, value)) {
                        families.add(Family.HANDLES);
                    }
                }
                case "log" -> verbose = isOn(name, value);
                default -> throw new IllegalArgumentException(unknown("option", name, NAMES));
            }
        }
        return new Options(families, new Settings(stacks, sampleEvery, budget, text), verbose);
    }

    private static Set<Family> families(String value) {
        Set<Family> named = EnumSet.noneOf(Family.class);
        for (String word : value.split("\\+", -1)) {
            named.add(family(word.trim()));
        }
        return named;
    }

    private static Family family(String word) {
        List<String> words = new ArrayList<>();
        for (Family family : Family.values()) {
            if (family.word().equals(word)) {
                return family;
            }
            words.add(family.word());
        }
        throw new IllegalArgumentException(unknown("family", word, words));
    }

    private static Settings.Stacks stacks(String value) {
        for (Settings.Stacks each : Settings.Stacks.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                return each;
            }
        }
        throw new IllegalArgumentException(unknown("value of 'stacks'", value, List.of("all", "sampled", "none")));
    }

    private static int sample(String value) {
        if (!value.startsWith("1/")) {
            throw new IllegalArgumentException("'sample=" + value + "' is not of the form 1/N, such as sample=1/100");
        }
        return (int) Math.min(Integer.MAX_VALUE, number("sample", value.substring(2), 1));
    }

    private static long number(String name, String value, long least) {
        try {
            long number = Long.parseLong(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(
                "'" + value + "' in option '" + name + "' is not a number from " + least + " on");
    }

    private static boolean isOn(String name, String value) {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new IllegalArgumentException(unknown("value of '" + name + "'", value, List.of("on", "off")));
        };
    }

    private static String unknown(String what, String given, List<String> known) {
        String nearest = known.get(0);
        for (String each : known) {
            nearest = distance(given, each) < distance(given, nearest) ? each : nearest;
        }
        return "unknown " + what + " '" + given + "'; did you mean '" + nearest + "'? Known: "
                + String.join(", ", known);
    }

    /** Edits that make one word of the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
