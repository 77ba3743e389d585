package dev.longstack.recordings;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.longstack.analysis.model.LinkIssue;
import dev.longstack.recordings.TruthLines.Ran;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random programs of which a part is left out. */
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
class SampledTruthTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sample=1/2,budget=500", "sample=1/3,budget=0"})
    void treesAreWholeAndRightAndEachOmissionIsCounted(String options) throws Exception {
        Path recording = folder.resolve("sampled.jfr");
        TruthLines truth = TruthTest.run(folder, recording, options);
        Recorded recorded = Recorded.in(recording);
        TruthCheck links = new TruthCheck(truth, recorded.model());
        RequestCheck requests = new RequestCheck(truth, recorded.model(), RecordedRequests.in(recording));
        long leftOut = truth.ran.stream()
                .filter(ran -> ran.hasParentLeftOut() && !ran.isRecorded() && ran.number() == 1)
                .count();
        long elided = truth.ran.stream().filter(Ran::isElided).count();
        Map<String, Long> dropped = recorded.model().rest().dropped();
        System.out.println(truth.ran.size() + " runs, " + leftOut + " left out with their roots, " + elided
                + " forks elided; counted: " + dropped);
        assertSoftly(softly -> {
            softly.assertThat(links.tornTrees())
                    .as("recorded whole or not at all")
                    .isEmpty();
            softly.assertThat(links.missingParents()).isEmpty();
            softly.assertThat(links.wrongBesideElided()).isEmpty();
            softly.assertThat(requests.inAnothersRequest()).isEmpty();
            softly.assertThat(leftOut).as("sampling left something out").isPositive();
            softly.assertThat(dropped.get("context of a sampled-out root")).isGreaterThanOrEqualTo(leftOut);
            softly.assertThat(dropped.getOrDefault("fork over budget", 0L)).isGreaterThanOrEqualTo(elided);
            softly.assertThat(recorded.harmfulIssues()).isSubsetOf(LinkIssue.PARENT_UNKNOWN);
        });
    }
}
