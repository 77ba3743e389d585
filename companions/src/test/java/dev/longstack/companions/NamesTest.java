package dev.longstack.companions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Requests whose paths are all that is known of them. */
@Timeout(value = 100, threadMode = ThreadMode.SEPARATE_THREAD)
class NamesTest {
    private static final int HOSTILE = 6_000;

    @TempDir
    private Path folder;

    @Test
    void whatVariesInAPathIsNotInTheNameAndThePathIsAHint() throws Exception {
        Recorded recorded = recorded("budget=0", List.of("/stock/1000", "/stock/1001", "/orders/4711/items"));
        assertThat(recorded.names())
                .hasSize(2)
                .containsEntry("GET /stock/{}", 2)
                .containsEntry("GET /orders/{}/items", 1);
        assertThat(recorded.uris()).containsOnly("/stock/1000", "/stock/1001", "/orders/4711/items");
    }

    @Test
    void hostilePathsHaveFewNamesAndNoHintWhereThatIsOff() throws Exception {
        Stream<String> unlike = IntStream.range(0, HOSTILE).mapToObj(NamesTest::hostile);
        Recorded recorded = recorded("budget=0,uris=off", unlike.toList());
        assertThat(recorded.requests()).isEqualTo(HOSTILE);
        assertThat(recorded.names())
                .as("names of %s paths of three levels", HOSTILE)
                .hasSizeLessThan(2_100);
        assertThat(recorded.uris()).isEmpty();
    }

    /** Letters alone, so that nothing of it looks like an id. */
    private static String hostile(int number) {
        return "/" + word(number % 50) + "/" + word(number % 500) + "/" + word(number);
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder("w");
        for (int rest = number; rest > 0; rest /= 16) {
            word.append((char) ('g' + rest % 16));
        }
        return word.toString();
    }

    private Recorded recorded(String options, List<String> paths) throws Exception {
        try (ChildJvm child =
                ChildJvm.in(folder).longstack(options).start("dev.longstack.companions.servlets.JdkService")) {
            Clients clients = new Clients(child.address());
            clients.ask(paths, 1);
            child.end();
            assertThat(clients.unanswered()).as(child.said()).isEmpty();
            return Recorded.in(child.recording());
        }
    }
}
