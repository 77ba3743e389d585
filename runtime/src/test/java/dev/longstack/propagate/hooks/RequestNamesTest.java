package dev.longstack.propagate.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestNamesTest {
    @ParameterizedTest
    @CsvSource({
        "/, GET /",
        "/stock/1000, GET /stock/{}",
        "/stock/1000/, GET /stock/{}",
        "//stock//7, GET /stock/{}",
        "/orders/3f2504e0-4f89-11d3-9a0c-0305e82c3301/items/2, GET /orders/{}/items/{}",
        "/files/9e107d9d372bb6826bd81d3542a419d6, GET /files/{}",
        "/session/deadbeefcafe, GET /session/{}",
        "/api/v1/oauth2/token, GET /api/v1/oauth2/token",
        "/order-4711, GET /order-{}",
        "/report.2024-01-31.pdf, GET /report.{}.pdf",
        "/a%20b, GET /{}",
        "/static/app.css, GET /static/app.css",
        "/users/AbCdEfGhIjKlMnOpQrStUvWxYz, GET /users/{}",
    })
    void whatVariesInAPathIsNotInItsName(String path, String name) {
        assertThat(RequestNames.ofPath("GET", path)).isEqualTo(name);
    }

    @Test
    void theSamePathHasTheSameNameObject() {
        assertThat(RequestNames.ofPath("PUT", "/same/path")).isSameAs(RequestNames.ofPath("PUT", "/same/path"));
    }

    @Test
    void wordsWithoutEndBecomeOneNameOnceTheirPlaceHasHadMany() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            names.add(RequestNames.ofPath("GET", "/people/" + word(i) + "/friends"));
        }
        assertThat(names).hasSizeLessThanOrEqualTo(65).contains("GET /people/{}/friends");
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder("w");
        for (int rest = number; rest > 0; rest /= 16) {
            word.append((char) ('g' + rest % 16));
        }
        return word.toString();
    }

    @Test
    void hostileInputHasAName() {
        assertThat(RequestNames.ofPath(null, null)).isEqualTo("? /");
        assertThat(RequestNames.ofPath("GET", "/" + "x".repeat(1_000_000))).isEqualTo("GET /{}");
        assertThat(RequestNames.ofPath("GET", "/x".repeat(1_000))).hasSizeLessThan(100);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            names.add(RequestNames.ofPath("M" + i, "/"));
        }
        assertThat(names).as("methods are input, too").hasSizeLessThanOrEqualTo(66);
    }

    @Test
    void givenNamesAreFewAndBounded() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            names.add(RequestNames.canonical("job " + i));
        }
        assertThat(names).hasSizeLessThanOrEqualTo(2_001).contains("job (other)");
    }
}
