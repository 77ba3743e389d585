package dev.longstack.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API's own documentation shows, for each type that one begins with, code that is compiled and run here. */
class JavadocTest {
    private static final Path API = Path.of("..", "runtime", "src", "main", "java", "dev", "longstack");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\\}</pre>", Pattern.DOTALL);
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("^public (final |sealed )*(class|interface|enum|record) ", Pattern.MULTILINE);
    /** What other types give or take: their users have read one of those already. */
    private static final List<String> NEVER_FIRST = List.of(
            "ContextKind",
            "ReleaseReason",
            "ManualContextManager",
            "Interest",
            "Interceptor",
            "Invocation",
            "Registration",
            "Disposable",
            "DisposalException",
            "BetweenProbe");

    @TempDir
    private Path folder;

    @Test
    void eachTypeThatOneBeginsWithShowsCodeOfTheseExamples() throws IOException {
        String examples = plain(read(SOURCES.resolve("dev/longstack/examples/Recipes.java")));
        List<String> without = new ArrayList<>();
        for (Path file : publicTypes()) {
            String documentation = read(file).replaceAll("(?m)^ +\\*? ?", "");
            Matcher shown = EXAMPLE.matcher(documentation);
            if (!shown.find()) {
                without.add(file.getFileName().toString().replace(".java", ""));
                continue;
            }
            do {
                for (String part : shown.group(1).split("\n\\s*\n", -1)) {
                    assertThat(examples).as("an example of %s", file).contains(plain(part));
                }
            } while (shown.find());
        }
        assertThat(without).containsExactlyInAnyOrderElementsOf(NEVER_FIRST);
    }

    private static List<Path> publicTypes() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String each : List.of("context", "listen", "deferred", "tracked", "stream")) {
            try (Stream<Path> files = Files.list(API.resolve(each))) {
                files.filter(file -> PUBLIC_TYPE.matcher(read(file)).find()).forEach(found::add);
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the blanks and line ends that formatting decides about, and without annotations, which Javadoc can't show. */
    private static String plain(String code) {
        return code.replaceAll("@Override", "").replaceAll("\\s+", "");
    }

    @Test
    void theExamplesRun() throws Exception {
        Child ended = Child.run(
                folder,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:StartFlightRecording:filename=" + folder.resolve("recipes.jfr"),
                "-cp",
                Child.classPath(),
                Recipes.class.getName());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines().filter(line -> !line.contains("jfr")).collect(Collectors.joining("\n")))
                .isEqualTo("""
                        loaded orders
                        ready in no context
                        tenant blue
                        manager: thread-local
                        in ExecutorService.submit
                        in Pool.enqueue
                        opened /etc/hosts
                        mail for order 4711
                        first event
                        second event
                        created Pool.enqueue
                        running
                        released Pool.enqueue: completed
                        once more: Bank.transfer
                        payment: Bank.transfer
                        transferring
                        closed
                        took order 4711
                        took order 4712
                        held 0""");
    }
}
