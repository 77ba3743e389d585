package dev.longstack.analysis.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    GET /ord*    | GET /orders/{}  | true
                    get /ORD*    | GET /orders/{}  | true
                    GET /ord     | GET /orders     | false
                    *orders      | GET /orders/{}  | false
                    *o*r*d*      | GET /orders/{}  | true
                    *            | ""              | true
                    ""           | ""              | true
                    ""           | a               | false
                    ?            | ""              | false
                    **a**        | a               | true
                    a?c          | abc             | true
                    a?c          | ac              | false
                    a?c          | a😀c            | true
                    *ab          | aab             | true
                    ÄRGER*       | ärgernis        | true
                    a.c          | abc             | false
                    [a]\\E(\\Q   | [a]\\E(\\Q      | true
                    """)
    void aGlobMatchesTheWholeText(String glob, String text, boolean matches) {
        assertThat(Glob.matches(glob, text)).as("%s on %s", glob, text).isEqualTo(matches);
    }

    @Test
    void aStarMatchesLineBreaksToo() {
        assertThat(Glob.matches("GET*ders", "GET\n/or\u2028ders")).isTrue();
    }

    @Test
    void manyStarsOnALongNameTakeNoTime() {
        String glob = "*a".repeat(16) + "*b";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(Glob.matches(glob, "a".repeat(1_000_000))).isFalse());
    }
}
