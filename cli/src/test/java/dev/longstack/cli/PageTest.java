package dev.longstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String HOSTILE = IntStream.rangeClosed(0, 0xffff)
                    .mapToObj(each -> Character.toString((char) each) + "[31m")
                    .collect(Collectors.joining())
            + "\u001b]0;title\u0007\u001b[2J\u009b31m\ufdd0[31m";

    private static String printed(boolean colors, Consumer<Page> print) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        print.accept(new Page(writer, colors));
        writer.flush();
        return out.toString();
    }

    @Test
    void aNameReachesATerminalWithoutWhatWouldSteerIt() {
        for (int from = 0; from < HOSTILE.length(); from += 100) {
            String name = HOSTILE.substring(from, Math.min(HOSTILE.length(), from + 100));
            String page = printed(true, each -> {
                each.line(name + each.red(name) + each.bold("x") + name);
                each.table(List.of(name), List.of(List.of(name)), List.of());
            });
            assertThat(page.replace("\u001b[31m", "")
                            .replace("\u001b[1m", "")
                            .replace("\u001b[2m", "")
                            .replace("\u001b[0m", ""))
                    .as("without our own colors")
                    .satisfies(text -> assertThat(text.codePoints()
                                    .filter(each -> each != '\n')
                                    .anyMatch(VisibleText::isInvisible))
                            .isFalse());
            assertThat(page.split("\u001b\\[31m", -1))
                    .as("red is only what we made red")
                    .hasSize(2);
        }
    }

    @Test
    void ourOwnColorsStay() {
        assertThat(printed(true, page -> page.line(page.red("a\u001bb") + "c")))
                .isEqualTo("\u001b[31ma\\u001bb\u001b[0mc\n");
        assertThat(printed(false, page -> page.line(page.red("a") + "c"))).isEqualTo("ac\n");
    }

    @Test
    void aTableOfManyRowsTakesNoTime() {
        List<String> row = Collections.nCopies(9, "GET /orders/{}");
        List<List<String>> rows = Collections.nCopies(100_000, row);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> printed(true, page -> page.table(row, rows, List.of(0))));
    }

    @Test
    void columnsAreAlignedWhateverTheScript() {
        assertThat(printed(
                        false,
                        page -> page.table(
                                List.of("name", "n"),
                                List.of(List.of("価格", "1"), List.of("e\u0301", "22")),
                                List.of(1))))
                .isEqualTo("  name   n\n  価格   1\n  e\u0301     22\n");
    }

    @Test
    void aNameOfAMegabyteIsCut() {
        String name = "x".repeat(1_000_000);
        String page = printed(true, each -> {
            each.line(each.bold(name) + " 3 ms");
            each.table(List.of("name", "n"), List.of(List.of(name, "1")), List.of());
        });
        assertThat(page.length()).isLessThan(6_000);
        assertThat(page.lines()).last().asString().endsWith("…  1");
    }
}
