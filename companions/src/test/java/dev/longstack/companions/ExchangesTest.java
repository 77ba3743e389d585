package dev.longstack.companions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One HTTP exchange is one request, whatever is done in it and whichever server does it. */
@Timeout(value = 200, threadMode = ThreadMode.SEPARATE_THREAD)
class ExchangesTest {
    private static final List<String> PATHS = List.of(
            "/plain",
            "/start",
            "/elsewhere",
            "/dispatch",
            "/fail",
            "/fail-later",
            "/timeout",
            "/write",
            "/read",
            "/forward",
            "/include",
            "/pool",
            "/lost",
            "/orders/17/items",
            "/shelf/4711",
            "/unknown/article");
    private static final int TIMES = 25;

    @TempDir
    private static Path folder;

    private static final Map<Server, Outcome> OUTCOMES = new EnumMap<>(Server.class);

    private enum Server {
        TOMCAT,
        TOMCAT_9,
        JETTY,
        UNDERTOW;

        ChildJvm start(Path folder) throws Exception {
            String main = "dev.longstack.companions.servlets.ServletService";
            ChildJvm child = ChildJvm.in(folder).longstack("budget=0");
            if (this != TOMCAT_9) {
                return child.start(main, name().toLowerCase(Locale.ROOT), folder);
            }
            JavaxClasses.write(folder);
            return child.start(JavaxClasses.classPath(folder), main, "tomcat", folder);
        }
    }

    private record Outcome(long asked, List<String> unanswered, String said, Recorded recorded) {}

    /** Each server is tried once, and asked many things. */
    @BeforeAll
    static void tryEach() throws Exception {
        for (Server server : Server.values()) {
            OUTCOMES.put(server, outcome(server, Files.createDirectories(folder.resolve(server.name()))));
        }
    }

    private static Outcome outcome(Server server, Path folder) throws Exception {
        try (ChildJvm child = server.start(folder)) {
            Clients clients = new Clients(child.address());
            clients.ask(PATHS, TIMES);
            child.end();
            return new Outcome(clients.asked(), clients.unanswered(), child.said(), Recorded.in(child.recording()));
        }
    }

    private static Outcome of(Server server) {
        return Objects.requireNonNull(OUTCOMES.get(server));
    }

    @ParameterizedTest
    @EnumSource
    void eachIsAnsweredWithItsBody(Server server) {
        assertThat(of(server).unanswered()).as(of(server).said()).isEmpty();
        assertThat(of(server).said()).as("each ends").doesNotContain("exchanges are open");
    }

    @ParameterizedTest
    @EnumSource
    void eachIsOneRequest(Server server) {
        assertThat(of(server).recorded().requests()).isEqualTo((int) of(server).asked());
        assertThat(of(server).recorded().inASecondRequest()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noStepIsInAnothersRequest(Server server) {
        assertThat(of(server).recorded().inAnothersRequest()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachStepIsInItsRequest(Server server) {
        assertThat(of(server).recorded().unlinked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachKindOfStepIsThere(Server server) {
        Set<String> kinds = new TreeSet<>();
        of(server).recorded().steps().forEach(step -> kinds.add(step.what()));
        assertThat(kinds)
                .contains(
                        "hop after it",
                        "hop of what was started",
                        "hop after the completion",
                        "hop of what was dispatched",
                        "hop of the error page",
                        "hop of the timeout",
                        "hop of the completion",
                        "hop of the write",
                        "hop of the data",
                        "hop of all that was read",
                        "hop of the part",
                        "hop in the server's pool",
                        "writing for nobody",
                        "lost");
    }

    @ParameterizedTest
    @EnumSource
    void eachIsNamedByWhatItsServletIsMappedTo(Server server) {
        assertThat(of(server).recorded().names())
                .containsEntry("GET /orders/*", TIMES)
                .containsEntry("GET /shelf/{}", TIMES)
                .containsEntry("POST /read", TIMES)
                .containsEntry("GET /dispatch", TIMES)
                .as("an error page or a dispatch renames nothing")
                .containsEntry("GET /fail", TIMES)
                .containsEntry("GET /fail-later", TIMES)
                .doesNotContainKeys("GET /failed", "GET /dispatched", "GET /part");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAskedForIsAHint(Server server) {
        assertThat(of(server).recorded().uris()).contains("/orders/17/items", "/shelf/4711");
    }
}
