package dev.longstack.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide says what the programs are and do: its Java is theirs, its outputs are what they print and what {@code jfr print} shows of
 * their recordings. {@code -Drewrite=true} writes the outputs anew.
 */
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide.md");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OUTPUT = Pattern.compile("<!-- (run|print) (.*?) -->\n```\n(.*?)```", Pattern.DOTALL);
    /** What differs from run to run, or from JDK to JDK. */
    private static final Pattern VARYING = Pattern.compile(
            "\\s*((startTime|duration|scheduledDelay|queueTime|internalTime|age|address) =|Context:|java\\.|\\.\\.\\.).*");

    @TempDir
    private Path folder;

    private final Map<String, Child> ended = new HashMap<>();

    @Test
    void itsJavaIsThatOfTheExamples() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(GuideTest::read)
                    .map(GuideTest::plain)
                    .collect(Collectors.joining());
        }
        Matcher blocks = JAVA.matcher(read(GUIDE));
        int count = 0;
        while (blocks.find()) {
            count++;
            assertThat(sources).as("a block of the guide").contains(plain(blocks.group(1)));
        }
        assertThat(count).isGreaterThan(10);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the blanks and line ends that formatting decides about. */
    private static String plain(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void itsOutputsAreWhatTheProgramsDo() throws Exception {
        String guide = read(GUIDE);
        StringBuilder found = new StringBuilder();
        Matcher outputs = OUTPUT.matcher(guide);
        int end = 0;
        while (outputs.find()) {
            found.append(guide.substring(end, outputs.start(3)));
            String[] words = outputs.group(2).split(" ", 3);
            found.append(outputs.group(1).equals("run") ? printed(words[0]) : recorded(words[0], words[1], words[2]));
            end = outputs.end(3);
        }
        found.append(guide.substring(end));
        if (Boolean.getBoolean("rewrite")) {
            Files.writeString(GUIDE, found);
        }
        assertThat(found)
                .as("docs/guide.md; rewrite it with -Dtest.jvm.args=-Drewrite=true")
                .hasToString(guide);
    }

    private Child ended(String program) throws IOException, InterruptedException {
        if (!ended.containsKey(program)) {
            List<String> command =
                    new ArrayList<>(List.of(JDK.resolve("bin/java").toString()));
            if (program.equals("SlowQueries")) {
                command.add("-javaagent:" + Child.AGENT);
            }
            command.addAll(List.of(
                    "-XX:StartFlightRecording:filename=" + folder.resolve(program + ".jfr"),
                    "-cp",
                    Child.classPath(),
                    "dev.longstack.examples." + program));
            Child child = Child.run(folder, command.toArray(new String[0]));
            assertThat(child.code()).as(child.err()).isZero();
            ended.put(program, child);
        }
        return ended.get(program);
    }

    private String printed(String program) throws IOException, InterruptedException {
        return ended(program)
                .out()
                .lines()
                .filter(line -> !line.contains("[jfr"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** The first event of this name that has this line. */
    private String recorded(String program, String event, String wanted) throws IOException, InterruptedException {
        Child ignored = ended(program);
        String printed = Child.run(
                        folder,
                        JDK.resolve("bin/jfr").toString(),
                        "print",
                        "--stack-depth",
                        "3",
                        "--events",
                        event,
                        folder.resolve(program + ".jfr").toString())
                .out();
        return Stream.of(printed.split("\n\n"))
                .filter(each -> each.contains(wanted))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + event + " with " + wanted + " in\n" + printed))
                .lines()
                .filter(line -> !line.isBlank() && !VARYING.matcher(line).matches())
                .map(line -> steady(program, line) + "\n")
                .collect(Collectors.joining());
    }

    /** Ids of several threads, and of the JVM's own, depend on who came first. */
    private static String steady(String program, String line) {
        String steady = line.replaceAll("javaThreadId = \\d+", "javaThreadId = ...")
                .replaceAll("[$]{2}Lambda\\S*", "\\$\\$Lambda...");
        return program.equals("SlowQueries")
                ? steady.replaceAll("(Id|queueLength) = \\d+", "$1 = ...")
                        .replaceAll("pool-\\d+-thread-\\d+", "pool-N-thread-M")
                : steady;
    }
}
