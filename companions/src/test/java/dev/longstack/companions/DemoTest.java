package dev.longstack.companions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo beside OpenTelemetry's agent. */
@Timeout(value = 100, threadMode = ThreadMode.SEPARATE_THREAD)
class DemoTest {
    private static final Pattern LINE = Pattern.compile(" *(\\d+) requests");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "before OpenTelemetry: {0}")
    @ValueSource(booleans = {true, false})
    void itServesAndIsRecordedAsEver(boolean first) throws Exception {
        ChildJvm child = ChildJvm.in(folder);
        try (ChildJvm demo = first
                ? child.longstack("budget=0").openTelemetry()
                : child.openTelemetry().longstack("budget=0")) {
            int code = demo.startDemo("--seconds", "2", "--requests-per-second", "100")
                    .end();
            assertThat(code).as(demo.said()).isZero();
            assertThat(demo.said())
                    .doesNotContain("UnsupportedOperationException", "change superclass or interfaces", "failed");
            Recorded recorded = Recorded.in(demo.recording());
            Map<String, Integer> names = recorded.names();
            assertThat(names.remove("GET /delivery/{}"))
                    .as("the supplier's server is asked by each order")
                    .isEqualTo(names.get("GET /checkout/{}"));
            assertThat(names).containsOnlyKeys("GET /checkout/{}", "GET /orders/{}", "GET /search/{}");
            assertThat(names.values().stream().mapToInt(Integer::intValue).sum())
                    .as("as many as were answered")
                    .isEqualTo(answered(demo.said()));
            assertThat(recorded.fewestHops("GET /orders/{}")).isEqualTo(1);
            assertThat(recorded.fewestHops("GET /checkout/{}")).isGreaterThan(4);
        }
    }

    /** The last line of what the demo says of its progress. */
    private static int answered(String said) {
        return said.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .max()
                .orElse(0);
    }
}
