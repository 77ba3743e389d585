package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.context.ContextManager;
import dev.longstack.recordings.ChildJvm.Ended;
import dev.longstack.recordings.participants.AfterTheEnd;
import dev.longstack.recordings.participants.Failing;
import dev.longstack.recordings.participants.Managing;
import dev.longstack.recordings.participants.Misuse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What is set for a whole JVM. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
class SettingsTest {
    @TempDir
    private Path folder;

    private List<String> managed(String manager, boolean agent, String... options) throws Exception {
        ChildJvm child = ChildJvm.in(folder).recordTo(folder.resolve("managed.jfr"));
        if (agent) {
            child.agent("exclude=threads");
        }
        Ended ended = child.jvm(options)
                .jvm("-Dlongstack.contextManager=" + manager, "-Xlog:disable", "-Xlog:all=error:stderr")
                .run(Managing.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out().lines().filter(line -> !line.contains("jfr")).toList();
    }

    @Test
    void theThreadLocalManagerIsTheDefault() throws Exception {
        assertThat(managed("thread-local", false))
                .containsExactly(
                        "manager thread-local",
                        "attached GET /managed",
                        "inner GET /other",
                        "child of it",
                        "pool null",
                        "wrapped by hand",
                        "after no context");
        assertThat(managed("thread-local", true)).contains("pool ExecutorService.submit", "wrapped by hand");
    }

    @Test
    void noManagerMeansNothingAtAll() throws Exception {
        for (boolean agent : new boolean[] {false, true}) {
            assertThat(managed("none", agent))
                    .containsExactly(
                            "manager none",
                            "attached null",
                            "inner null",
                            "child of nothing",
                            "pool null",
                            "wrapped null",
                            "after no context");
            assertThat(Recorded.in(folder.resolve("managed.jfr"))
                            .model()
                            .contexts()
                            .size())
                    .isZero();
        }
    }

    @Test
    void theManualManagerGoesByWhatIsSet() throws Exception {
        for (boolean agent : new boolean[] {false, true}) {
            assertThat(managed("manual", agent))
                    .as("woven code does not propagate")
                    .containsExactly(
                            "manager manual",
                            "attached GET /managed",
                            "inner GET /other",
                            "child of it",
                            "pool null",
                            "wrapped by hand",
                            "after no context",
                            "set GET /managed",
                            "child of it");
        }
    }

    @Test
    void withOpenTelemetryTheContextGoesWhereThatGoes() throws Exception {
        assertThat(managed("opentelemetry", false))
                .containsExactly(
                        "manager opentelemetry",
                        "attached GET /managed",
                        "inner GET /other",
                        "child of it",
                        "pool null",
                        "wrapped by hand",
                        "after no context",
                        "made current GET /managed",
                        "carried GET /managed, child of it",
                        "not carried null");
        assertThat(managed("opentelemetry", true))
                .as("runs of woven code come first")
                .contains("pool ExecutorService.submit", "carried ExecutorService.submit, child of another");
    }

    @Test
    void anApplicationMayBringItsOwn() throws Exception {
        assertThat(managed(Managing.ByMap.class.getName(), false))
                .startsWith("manager by-map", "attached GET /managed", "inner GET /other", "child of it");
        Path services = Files.createDirectories(folder.resolve("services/META-INF/services"));
        Files.writeString(services.resolve(ContextManager.class.getName()), Managing.ByMap.class.getName());
        assertThat(managed("by-map", false, "-Xbootclasspath/a:" + folder.resolve("services")))
                .as("found by ServiceLoader under its name")
                .startsWith("manager by-map", "attached GET /managed");
    }

    @Test
    void anUnknownManagerIsToldAndTheDefaultIsUsed() throws Exception {
        Ended ended = ChildJvm.in(folder)
                .jvm("-Dlongstack.contextManager=thread_local")
                .run(Managing.class);
        assertThat(ended.err()).contains("error: no context manager 'thread_local'", "known: thread-local, manual");
        assertThat(ended.out()).contains("manager thread-local");
    }

    @Test
    void theStrictModeNamesWhoOpenedAScope() throws Exception {
        Ended ended = ChildJvm.in(folder)
                .jvm("-Dlongstack.strict=true")
                .recordTo(folder.resolve("misuse.jfr"))
                .run(Misuse.class);
        assertThat(ended.out()).contains("the program went on");
        assertThat(ended.err())
                .contains(
                        "a scope was closed twice; opened here, on thread 'main'",
                        "a scope was closed on thread 'other', which has not opened it; opened here, on thread 'main'",
                        "a scope was never closed; opened here, on thread 'Thread-",
                        "Misuse.openedHere");
        Ended lenient = ChildJvm.in(folder).run(Misuse.class);
        assertThat(lenient.err()).doesNotContain("[longstack]");
    }

    @Test
    void whatOutlivesItsRequestGoesOnWithoutItIfSo() throws Exception {
        Ended usual = ChildJvm.in(folder).run(AfterTheEnd.class);
        assertThat(usual.out().lines())
                .containsExactly("pool inherits", "while it runs inherits blue", "after the end inherits blue");
        Ended stopped = ChildJvm.in(folder)
                .jvm(
                        "-Dlongstack.stopAfterEnd=true",
                        "-Dlongstack.notInherited=com.example.,dev.longstack.recordings.participants.AfterTheEnd$Library")
                .run(AfterTheEnd.class);
        assertThat(stopped.out().lines())
                .containsExactly("pool detached", "while it runs inherits blue", "after the end detached null");
    }

    @Test
    void exceptionsTellWhereTheirWorkWasCreatedIfSo() throws Exception {
        Ended usual = ChildJvm.in(folder).run(Failing.class);
        assertThat(usual.out()).contains("planned").doesNotContain("created by");
        Ended told = ChildJvm.in(folder).jvm("-Dlongstack.exceptions=true").run(Failing.class);
        assertThat(told.out())
                .containsSubsequence(
                        "IllegalStateException: planned",
                        "Suppressed: java.lang.Throwable: created by inner step",
                        "Failing.inner(",
                        "Caused by: java.lang.Throwable: created by outer step",
                        "Failing.outer(",
                        "Caused by: java.lang.Throwable: created by GET /fails");
    }
}
