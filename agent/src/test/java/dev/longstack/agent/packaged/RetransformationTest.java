package dev.longstack.agent.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.agent.packaged.ChildJvm.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another agent, a debugger or JFR may have the JVM hand us loaded classes at any time. */
@Tag("packaged")
class RetransformationTest {
    @TempDir
    private Path folder;

    @Test
    void classesThatWeWoveAtLoadCanBeRetransformedAndStayWoven() throws Exception {
        assertStillLinked(ChildJvm.in(folder)
                .longstack("")
                .agent(OtherAgent.jar(folder), "")
                .recording());
    }

    @Test
    void alsoWhereTheOtherAgentIsFirst() throws Exception {
        assertStillLinked(ChildJvm.in(folder)
                .agent(OtherAgent.jar(folder), "")
                .longstack("")
                .recording());
    }

    private static void assertStillLinked(ChildJvm child) throws Exception {
        Ended ended = child.run(Retransforming.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).doesNotContain("could not be woven", "fault");
        assertThat(ended.out().lines().filter(line -> line.startsWith("REFUSED ")))
                .as("what the JVM refused")
                .isEmpty();
        assertThat(ended.out().lines().filter(line -> line.startsWith("hop, ")))
                .as("the hops of six rounds")
                .hasSizeGreaterThan(6 * 24)
                .allMatch(line -> line.endsWith(" linked"));
    }
}
