package dev.longstack.agent.start;

import dev.longstack.agent.jdk.handles.HandlesFamily;
import dev.longstack.agent.library.threadpertask.ThreadPerTaskFamily;
import dev.longstack.agent.weave.Family;
import dev.longstack.record.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The agent's options: {@code name=value}, separated by commas; several values of one option by {@code +}.
 *
 * @param families what is woven, in the order of all; what the application adds comes last
 * @param settings how to record
 * @param verbose whether the agent logs woven classes to stderr
 */
record Options(List<Family> families, Settings settings, boolean verbose) {
    private static final long DEFAULT_BUDGET = 50_000;

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static Options parse(String text) {
        Set<Family> families = onByDefault();
        List<Family> added = new ArrayList<>();
        Settings.Stacks stacks = Settings.Stacks.SAMPLED;
        int sampleEvery = 1;
        long budget = DEFAULT_BUDGET;
        boolean uris = true;
        boolean verbose = false;
        for (String option : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int equals = option.indexOf('=');
            String name =
                    equals < 0 ? option.trim() : option.substring(0, equals).trim();
            String value = equals < 0 ? "" : option.substring(equals + 1).trim();
            switch (Option.of(name)) {
                case INCLUDE -> families = families(value);
                case EXCLUDE -> families.removeAll(families(value));
                case STACKS -> stacks = stacks(value);
                case SAMPLE -> sampleEvery = sample(value);
                case BUDGET -> budget = number(name, value, 0);
                case HANDLES -> {
                    if (isOn(name, value)) {
                        families.add(HandlesFamily.FAMILY);
                    }
                }
                case THREAD_PER_TASK -> added.add(ThreadPerTaskFamily.of(name, value));
                case URIS -> uris = isOn(name, value);
                case LOG -> verbose = isOn(name, value);
            }
        }
        List<Family> woven = inOrder(families);
        woven.addAll(added);
        return new Options(woven, new Settings(stacks, sampleEvery, budget, uris, text), verbose);
    }

    private static Set<Family> onByDefault() {
        Set<Family> families = new HashSet<>();
        for (Family family : Families.ALL) {
            if (family.onByDefault()) {
                families.add(family);
            }
        }
        return families;
    }

    private static List<Family> inOrder(Set<Family> families) {
        List<Family> ordered = new ArrayList<>(Families.ALL);
        ordered.retainAll(families);
        return ordered;
    }

    private static Set<Family> families(String value) {
        Set<Family> named = new HashSet<>();
        for (String word : value.split("\\+", -1)) {
            named.add(family(word.trim()));
        }
        return named;
    }

    private static Family family(String word) {
        for (Family family : Families.ALL) {
            if (family.word().equals(word)) {
                return family;
            }
        }
        throw new IllegalArgumentException(Words.unknown("family", word, Families.words()));
    }

    private static Settings.Stacks stacks(String value) {
        for (Settings.Stacks each : Settings.Stacks.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(value)) {
                return each;
            }
        }
        throw new IllegalArgumentException(Words.unknown("'stacks' value", value, List.of("all", "sampled", "none")));
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
                "'" + value + "' in option '" + name + "' is not a whole number of at least " + least);
    }

    private static boolean isOn(String name, String value) {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new IllegalArgumentException(Words.unknown("'" + name + "' value", value, List.of("on", "off")));
        };
    }
}
