package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Request.State;
import dev.longstack.analysis.tree.Requests.Unfinished;
import dev.longstack.recordings.ChildJvm.Ended;
import dev.longstack.recordings.faults.Calls;
import dev.longstack.recordings.faults.Hung;
import dev.longstack.recordings.faults.ManyOpen;
import dev.longstack.recordings.faults.Markers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Which requests are over and which are not, and what those wait for. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
@org.jspecify.annotations.NullUnmarked // what is missing fails the test
class OpenRequestsTest {
    @TempDir
    private Path folder;

    @Test
    void markersThatNeverRunKeepNoRequestOpen() throws Exception {
        Path recording = folder.resolve("markers.jfr");
        Ended ended = ChildJvm.in(folder).agent("").recordTo(recording).run(Markers.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        Request first = Recorded.in(recording).longestRequest();
        assertThat(first.name()).isEqualTo("GET /first");
        assertThat(first.state()).isEqualTo(State.RESOLVED);
        assertThat(TimeUnit.NANOSECONDS.toMillis(first.durationNanos()))
                .as("its real duration, although the markers are there to the end")
                .isLessThan(1_000);
    }

    @Test
    void whatTheJdksHttpClientLeavesBehindKeepsNoRequestOpen() throws Exception {
        Path recording = folder.resolve("calls.jfr");
        Ended ended = ChildJvm.in(folder).agent("").recordTo(recording).run(Calls.class);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Recorded.in(recording).requests())
                .filteredOn(request -> request.name().equals("GET /calls"))
                .hasSize(20)
                .allSatisfy(request -> assertThat(request.state()).isEqualTo(State.RESOLVED));
    }

    @Test
    void hungRequestsSayWhatTheyWaitFor() throws Exception {
        Path recording = folder.resolve("hung.jfr");
        hang(recording, folder.resolve("second.jfr"));
        Map<String, Request> requests = worst(Recorded.in(recording).requests());
        assertThat(requests.get("GET /good").state()).isEqualTo(State.RESOLVED);
        assertThat(requests.get("GET /waiting").state())
                .as("for an answer that nobody gives")
                .isEqualTo(State.WAITING);
        assertThat(requests.get("GET /queued").state())
                .as("for a pool that never gets to it")
                .isEqualTo(State.PENDING);
        assertThat(requests.get("GET /abandoned").state())
                .as("for what nobody can reach any more")
                .isEqualTo(State.WAITING);
        assertThat(requests.get("GET /abandoned").isAbandoned()).isTrue();
        assertThat(requests.get("GET /late").state())
                .as("open at the end of the first chunk, and done later")
                .isEqualTo(State.RESOLVED);

        assertThat(tree(recording, requests.get("GET /waiting")))
                .contains("waiting", "waits for  CompletableFuture.thenCombine");
        assertThat(tree(recording, requests.get("GET /queued")))
                .contains("pending", "waits for  ThreadPoolExecutor.execute");
        assertThat(tree(recording, requests.get("GET /abandoned")))
                .contains(
                        "abandoned: what it waits for was garbage-collected",
                        "waits for  CompletableFuture.thenCombine");
        assertThat(issues(recording))
                .contains("Requests that were open when the recording ended: 3", "GET /waiting", "GET /queued")
                .contains(
                        "GET /abandoned",
                        "abandoned: what it waits for was garbage-collected",
                        "waits for  CompletableFuture.thenCombine")
                .doesNotContain("GET /good", "GET /late");
    }

    @Test
    void whatHangsIsToldAgainInALaterChunk() throws Exception {
        Path second = folder.resolve("second.jfr");
        hang(folder.resolve("hung.jfr"), second);
        List<String> open = Recorded.in(second).analysis().requests().unfinished().stream()
                .map(Unfinished::name)
                .toList();
        assertThat(open).contains("GET /waiting", "GET /queued").doesNotContain("GET /good");
        assertThat(issues(second)).contains("GET /waiting", "waits for  CompletableFuture.thenCombine");
    }

    @Test
    void whatHungWhenAJvmWasKilledIsToldByWhatItLeft() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        ChildJvm child = ChildJvm.in(folder)
                .agent("")
                .jvm("-XX:FlightRecorderOptions:repository=" + repository, "-XX:StartFlightRecording");
        Process process = child.start(Hung.class);
        child.await(process, "hung");
        process.destroyForcibly().waitFor();
        try (Stream<Path> files = Files.walk(repository)) {
            Path last = files.filter(each -> each.toString().endsWith(".jfr"))
                    .max(Path::compareTo)
                    .orElseThrow();
            List<String> open = Recorded.in(last).analysis().requests().unfinished().stream()
                    .map(Unfinished::name)
                    .toList();
            assertThat(open).contains("GET /waiting", "GET /queued").doesNotContain("GET /good");
        }
    }

    @Test
    void tenThousandOpenRequestsTakeLittleMemoryAndAreAllLetGo() throws Exception {
        Path recording = folder.resolve("many.jfr");
        Ended ended = ChildJvm.in(folder)
                .agent("budget=0")
                .jvm("-Xmx128m")
                .recordTo(recording)
                .run(ManyOpen.class);
        long bare = bytesOfOne(ChildJvm.in(folder).run(ManyOpen.class));
        assertThat(ended.out()).as(ended.err()).contains("open 10000");
        assertThat(bytesOfOne(ended) - bare)
                .as("bytes beyond the application's own %s, of a request with 20 steps", bare)
                .isLessThan(20 * 120 + 1_000);
        assertThat(Recorded.in(recording).analysis().requests().unfinished())
                .as("at least as many as are told at the end of a chunk")
                .hasSizeBetween(1_000, 10_000)
                .allMatch(each -> each.open().hops() == 20);

        Ended completed =
                ChildJvm.in(folder).agent("budget=0").recordTo(recording).run(ManyOpen.class, "complete");
        assertThat(completed.out()).as(completed.err()).contains("open 10000");
        assertThat(Recorded.in(recording).analysis().requests().unfinished()).isEmpty();
        assertThat(Recorded.in(recording).requests()).isNotEmpty().allMatch(each -> each.state() == State.RESOLVED);
    }

    private static long bytesOfOne(Ended ended) {
        return ended.out()
                .lines()
                .filter(line -> line.startsWith("bytes "))
                .mapToLong(line -> Long.parseLong(line.substring("bytes ".length())))
                .findFirst()
                .orElseThrow();
    }

    private void hang(Path recording, Path second) throws Exception {
        ChildJvm child = ChildJvm.in(folder).agent("").recordTo(recording);
        Process process = child.start(Hung.class, second);
        child.await(process, "hung");
        process.outputWriter().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /** One of each name, one that is not resolved if there is any. */
    private static Map<String, Request> worst(List<Request> requests) {
        return requests.stream()
                .collect(Collectors.toMap(
                        Request::name, each -> each, (one, other) -> one.state() == State.RESOLVED ? other : one));
    }

    private String tree(Path recording, Request request) throws Exception {
        return ChildJvm.in(folder)
                .longstack("tree", recording, request.contextId())
                .out();
    }

    private String issues(Path recording) throws Exception {
        return ChildJvm.in(folder).longstack("issues", recording).out();
    }
}
