package dev.longstack.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Match;
import dev.longstack.agent.weave.ThreadPerTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/coverage.md and the README's table of options are generated from the families and options: {@code -Drewrite} rewrites them. */
class DocumentsTest {
    private static final Path COVERAGE = Path.of("..", "docs", "coverage.md");
    private static final Path README = Path.of("..", "README.md");
    private static final String TABLE_BEGIN = "| option of the agent | meaning |\n|---|---|\n";

    @Test
    void thePageOfWhatIsCoveredSaysWhatTheFamiliesSay() throws IOException {
        holds(COVERAGE, coverage());
    }

    @Test
    void theReadmeSaysWhatTheOptionsSay() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(TABLE_BEGIN);
        assertThat(begin).as("the README's table of options").isNotNegative();
        int end = readme.indexOf("\n\n", begin) + 1;
        holds(README, readme.substring(0, begin) + TABLE_BEGIN + options() + readme.substring(end));
    }

    private static void holds(Path document, String expected) throws IOException {
        if (Boolean.getBoolean("rewrite")) {
            Files.writeString(document, expected);
        }
        assertThat(Files.readString(document))
                .as(
                        "%s; rewrite it with ./mvnw -pl agent -am test -Dtest=DocumentsTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dtest.jvm.args=-Drewrite=true",
                        document)
                .isEqualTo(expected);
    }

    private static String options() {
        StringBuilder table = new StringBuilder();
        for (Option option : Option.values()) {
            table.append("| `").append(option.usage().replace("|", "\\|")).append("` | ");
            table.append(option.meaning()).append(" |\n");
        }
        return table.toString();
    }

    private static String coverage() {
        StringBuilder text = new StringBuilder("""
                # What is linked

                Generated from the families in the module `agent`. The agent's options `include=` and `exclude=` take their names.

                | family | default | links |
                |---|---|---|
                """);
        for (Family family : Families.ALL) {
            text.append("| ").append(family.word()).append(" | ").append(family.onByDefault() ? "on" : "off");
            text.append(" | ").append(family.covers()).append(" |\n");
        }
        text.append(
                "\nWork in a library without a family is linked as far as the library uses executors, futures and threads.\n");
        appendThreadsPerTask(text);
        appendOwnWork(text);
        text.append("\n## Woven classes\n");
        Families.ALL.forEach(family -> appendClasses(text, family));
        return text.toString();
    }

    private static void appendThreadsPerTask(StringBuilder text) {
        text.append("""

                ## Threads that live for one task

                A thread started by one of these calls works for the caller as long as it lives.

                | class | method |
                |---|---|
                """);
        for (Family family : Families.ALL) {
            for (ThreadPerTask call : family.threadsPerTask()) {
                text.append("| ")
                        .append(usual(call.className()))
                        .append(" | ")
                        .append(call.method())
                        .append(" |\n");
            }
        }
    }

    private static void appendOwnWork(StringBuilder text) {
        if (Families.ownWork().isEmpty()) {
            return;
        }
        text.append("""

                ## Work that libraries do for themselves

                Tasks of exactly these classes do not belong to the request that happened to need them first.

                | class | what it does |
                |---|---|
                """);
        for (Family.OwnWork work : Families.ownWork()) {
            text.append("| ")
                    .append(work.className().replaceFirst("^(.*)\\$\\$Lambda$", "lambdas in $1"))
                    .append(" | ")
                    .append(work.reason())
                    .append(" |\n");
        }
    }

    private static void appendClasses(StringBuilder text, Family family) {
        if (family.targets().isEmpty()) {
            return;
        }
        text.append("\n### ").append(family.word()).append("\n\n");
        Stream<String> classes = family.targets().stream().map(target -> words(target.match()));
        classes.distinct()
                .sorted()
                .forEach(line -> text.append("- ").append(line).append("\n"));
    }

    private static String words(Match match) {
        return match instanceof Match.Subclasses subclasses
                ? "direct subclasses of " + usual(subclasses.superclass()) + " that override `" + subclasses.method()
                        + "`"
                : usual(((Match.Named) match).className());
    }

    private static String usual(String className) {
        return className.replace('/', '.');
    }
}
