package dev.longstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {
    @ParameterizedTest
    @CsvSource({
        "1b, \\u001b",
        "07, \\u0007",
        "00, \\u0000",
        "0a, \\n",
        "0d, \\r",
        "09, \\t",
        "7f, \\u007f",
        "80, \\u0080",
        "9b, \\u009b",
        "9f, \\u009f",
        "ad, \\u00ad",
        "200b, \\u200b",
        "200d, \\u200d",
        "202e, \\u202e",
        "2028, \\u2028",
        "2067, \\u2067",
        "feff, \\ufeff",
        "3164, \\u3164",
        "d800, \\ud800",
        "dfff, \\udfff",
        "fdd0, \\ufdd0",
        "e0041, \\u{e0041}"
    })
    void whatATerminalWouldActOnOrHideIsSpelledOut(String hex, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";
        assertThat(VisibleText.of(text, 100)).isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest
    @CsvSource({"GET /orders/{}", "ärgerlich", "価格", "цена", "😀", "e\u0301", "C:\\n"})
    void otherTextStaysAsItIs(String text) {
        assertThat(VisibleText.of(text, 100)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"GET, 3", "価格, 4", "😀, 2", "e\u0301, 1", "µs, 2", "·…─, 3", "ﾊ, 1"})
    void columnsAreThoseOfATerminal(String text, int columns) {
        assertThat(VisibleText.columns(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 6, abcdef", "abcdef, 5, abcd…", "価格価格, 7, 価格価…", "価格価格, 6, 価格…", "ab, 1, …"})
    void whatDoesNotFitEndsWithAnEllipsis(String text, int columns, String shown) {
        assertThat(VisibleText.of(text, columns)).isEqualTo(shown);
    }

    @Test
    void anEscapeIsNotCutInTwo() {
        assertThat(VisibleText.of("ab\u001bcd", 8)).isEqualTo("ab…");
    }
}
