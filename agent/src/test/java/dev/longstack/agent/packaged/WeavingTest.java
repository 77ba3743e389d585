package dev.longstack.agent.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.packaged.ChildJvm.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("packaged")
class WeavingTest {
    /** Those that can take a field, and some that the agent itself must not load before they can be seen. */
    private static final List<String> WOVEN_AT_LOAD = List.of(
            "java.util.TimerTask",
            "java.util.Timer",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CompletableFuture$UniApply",
            "java.util.concurrent.Executors$RunnableAdapter",
            "java.util.concurrent.ForkJoinTask",
            "java.util.concurrent.FutureTask",
            "java.util.concurrent.LinkedBlockingQueue$Node",
            "java.util.concurrent.ThreadPoolExecutor$Worker",
            Everything.OwnRun.class.getName());

    @TempDir
    private Path folder;

    @Test
    void whatTheAgentWeavesIsVerifiedByTheJvmAndLinks() throws Exception {
        Ended ended =
                ChildJvm.in(folder).longstack("log=on,handles=on").recording().run(UsingEverything.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("could not be woven", "fault");
        assertThat(ended.out().lines().filter(line -> line.startsWith("hop, ")))
                .hasSizeGreaterThan(24)
                .allMatch(line -> line.endsWith(" linked"));
        assertThat(ended.err().lines())
                .as("neither missed nor met too late")
                .containsAll(WOVEN_AT_LOAD.stream()
                        .map(name -> "[longstack] woven: " + name)
                        .toList());
    }
}
