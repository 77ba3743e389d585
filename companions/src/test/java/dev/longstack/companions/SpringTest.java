package dev.longstack.companions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service of Spring Boot on Tomcat, alone and beside OpenTelemetry's agent, whichever of the two comes first. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
class SpringTest {
    private static final List<String> PATHS =
            List.of("/stock/1000", "/stock/b4711", "/stock/list", "/hops", "/pools", "/deferred", "/fail", "/unknown");
    private static final int TIMES = 30;

    @TempDir
    private static Path folder;

    private static final Map<Agents, Outcome> OUTCOMES = new EnumMap<>(Agents.class);

    private enum Agents {
        ALONE,
        BEFORE_OPEN_TELEMETRY,
        AFTER_OPEN_TELEMETRY;

        ChildJvm in(Path folder) {
            ChildJvm child = ChildJvm.in(folder);
            return switch (this) {
                case ALONE -> child.longstack("budget=0");
                case BEFORE_OPEN_TELEMETRY -> child.longstack("budget=0").openTelemetry();
                case AFTER_OPEN_TELEMETRY -> child.openTelemetry().longstack("budget=0");
            };
        }
    }

    private record Outcome(long asked, List<String> unanswered, String said, Recorded recorded) {}

    @BeforeAll
    static void tryEach() throws Exception {
        for (Agents agents : Agents.values()) {
            OUTCOMES.put(agents, outcome(agents, Files.createDirectories(folder.resolve(agents.name()))));
        }
    }

    private static Outcome outcome(Agents agents, Path folder) throws Exception {
        try (ChildJvm child = agents.in(folder).start("dev.longstack.companions.spring.SpringService")) {
            Clients clients = new Clients(child.address(), "/fail");
            clients.ask(PATHS, TIMES);
            child.end();
            return new Outcome(clients.asked(), clients.unanswered(), child.said(), Recorded.in(child.recording()));
        }
    }

    private static Outcome of(Agents agents) {
        return Objects.requireNonNull(OUTCOMES.get(agents));
    }

    @ParameterizedTest
    @EnumSource
    void eachRequestIsAnsweredWithItsBody(Agents agents) {
        assertThat(of(agents).unanswered()).as(of(agents).said()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachExchangeIsOneRequestWithItsSteps(Agents agents) {
        Recorded recorded = of(agents).recorded();
        assertThat(recorded.requests()).isEqualTo((int) of(agents).asked());
        assertThat(recorded.inASecondRequest()).isEmpty();
        assertThat(recorded.inAnothersRequest()).isEmpty();
        assertThat(recorded.unlinked()).isEmpty();
        assertThat(recorded.steps()).as("all that were noted").hasSize(TIMES * (3 + 1 + 5 + 1 + 9 + 3 + 1));
    }

    @ParameterizedTest
    @EnumSource
    void eachIsNamedByItsRoute(Agents agents) {
        assertThat(of(agents).recorded().names())
                .containsEntry("GET /stock/{article}", 3 * TIMES)
                .containsEntry("GET /hops", TIMES)
                .containsEntry("GET /deferred", TIMES)
                .as("an error page renames nothing")
                .containsEntry("GET /fail", TIMES)
                .doesNotContainKeys("GET /error");
        assertThat(of(agents).recorded().uris()).contains("/stock/1000", "/stock/b4711", "/stock/list");
    }

    @ParameterizedTest
    @EnumSource(names = "ALONE", mode = EnumSource.Mode.EXCLUDE)
    void openTelemetryTracesEachStep(Agents agents) {
        assertThat(of(agents).said())
                .contains("telemetry is there", TIMES * (3 + 1 + 5 + 1 + 9 + 1) + " steps traced, 0 untraced")
                .doesNotContain("UnsupportedOperationException", "change superclass or interfaces");
    }
}
