package dev.longstack.agent.start;

import java.util.List;
import java.util.stream.Stream;

/** One option of the agent: its name, and what the README says of it. */
enum Option {
    INCLUDE("include", "FAMILY+FAMILY...", "weave only these families: {families}"),
    EXCLUDE("exclude", "FAMILY+FAMILY...", "do not weave these families"),
    HANDLES(
            "handles",
            "on",
            "record what opened each file, channel and socket, and which were never closed; off by default"),
    STACKS(
            "stacks",
            "all|sampled|none",
            "which creations get a stack trace; default `sampled`: a few at each call site"),
    SAMPLE("sample", "1/N", "record at most one in N roots: requests, and other work without a parent"),
    BUDGET("budget", "N", "events per second above which fewer roots are recorded; default 50000, 0 for no limit"),
    THREAD_PER_TASK(
            "threadPerTask",
            "CLASS.METHOD+...",
            "methods of yours that start one thread per task; everything the thread does belongs to the caller's request"),
    URIS("uris", "off", "do not record the paths of requests beside their names; paths may contain secrets"),
    LOG("log", "on", "log woven classes to stderr");

    private final String word;
    private final String value;
    private final String meaning;

    Option(String word, String value, String meaning) {
        this.word = word;
        this.value = value;
        this.meaning = meaning;
    }

    static Option of(String word) {
        for (Option option : values()) {
            if (option.word.equals(word)) {
                return option;
            }
        }
        throw new IllegalArgumentException(Words.unknown("option", word, words()));
    }

    static List<String> words() {
        return Stream.of(values()).map(option -> option.word).toList();
    }

    /** For users: the option with its values. */
    String usage() {
        return word + "=" + value;
    }

    /** For users; names all families where it takes some. */
    String meaning() {
        return meaning.replace("{families}", String.join(", ", Families.words()));
    }
}
