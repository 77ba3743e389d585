package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.recordings.ChildJvm.Ended;
import dev.longstack.recordings.truth.RandomPrograms;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Random programs against their recording; {@code -Dtruth.programs=1000 -Dtruth.seed=N} for more and for others. */
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
class TruthTest {
    static final String PROGRAMS = System.getProperty("truth.programs", "100");
    static final String SEED = System.getProperty("truth.seed", "1");

    @TempDir
    private static Path folder;

    private static TruthLines truth = new TruthLines();
    private static TruthCheck links;
    private static RequestCheck requests;
    private static Recorded recorded;

    /** What a child JVM ran, with all its links recorded. */
    @BeforeAll
    static void run() throws Exception {
        Path recording = folder.resolve("truth.jfr");
        truth = run(folder, recording, "budget=0");
        recorded = Recorded.in(recording);
        links = new TruthCheck(truth, recorded.model());
        requests = new RequestCheck(truth, recorded.model(), RecordedRequests.in(recording));
        System.out.println(truth.ran.size() + " runs of " + PROGRAMS + " programs, " + links.unknownTriggers()
                + " triggers unknown; requests unknown for " + requests.unknownRequests());
    }

    static TruthLines run(Path folder, Path recording, String options) throws Exception {
        ChildJvm child = ChildJvm.in(folder).agent(options).recordTo(recording);
        if (Runtime.version().feature() >= 21) {
            child.jvm("--enable-preview");
        }
        Ended ended = child.run(RandomPrograms.class, SEED, PROGRAMS);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).as("nothing is current in the end").contains("end 0");
        return TruthLines.of(ended.out());
    }

    @Test
    void theProgramsDidSomething() {
        assertThat(truth.ran).hasSizeGreaterThan(100);
        assertThat(truth.ran).as("threads of their own").anyMatch(TruthLines.Ran::isThread);
        assertThat(truth.requests).hasSizeGreaterThan(10);
        assertThat(truth.inline).as("steps without a context of their own").isNotEmpty();
        assertThat(truth.never).as("steps that did not run").isNotEmpty();
        assertThat(links.unknownTriggers()).as("most triggers are known").isLessThan(truth.ran.size() / 2);
    }

    @Test
    void everyStepIsBelowWhoScheduledIt() {
        assertThat(links.wrongLinks()).isEmpty();
        assertThat(links.twice()).isEmpty();
        assertThat(links.wrongInline()).isEmpty();
    }

    @Test
    void everyRunIsTriggeredByWhoCausedIt() {
        assertThat(links.wrongTriggers()).isEmpty();
    }

    @Test
    void onlyThreadsOfSomebodysOwnAreThreads() {
        assertThat(links.wrongKinds()).isEmpty();
    }

    @Test
    void noStepIsInTheRequestOfAnotherProgram() {
        assertThat(requests.inAnothersRequest()).isEmpty();
    }

    @Test
    void linksLeadToTheRequestExceptWhereNobodyCanKnowIt() {
        assertThat(requests.linkedToNoneOrTooMany()).isEmpty();
        assertThat(requests.unknownRequests().keySet())
                .isSubsetOf("thread", "worker", "loop", "drain", "serial", "publisher");
    }

    @Test
    void everyRunNamesItsRequest() {
        assertThat(requests.wrongRequests()).isEmpty();
    }

    @Test
    void whatDoesNotRunIsReleased() {
        assertThat(links.neverNorReleased()).isEmpty();
    }

    @Test
    void nothingIsLost() {
        assertThat(links.missingParents()).isEmpty();
        assertThat(recorded.model().rest().issues())
                .doesNotContainKeys(
                        LinkIssue.PARENT_MISSING,
                        LinkIssue.NEVER_INVOKED,
                        LinkIssue.INVOKED_AFTER_RELEASE,
                        LinkIssue.CLOCK_WENT_BACK,
                        LinkIssue.RUNNING);
    }
}
