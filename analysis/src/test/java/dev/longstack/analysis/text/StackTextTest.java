package dev.longstack.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.stack.AsyncStack.Boundary;
import dev.longstack.analysis.stack.AsyncStack.End;
import dev.longstack.analysis.stack.AsyncStack.Source;
import dev.longstack.analysis.text.StackText.Kind;
import dev.longstack.analysis.text.StackText.Line;
import dev.longstack.analysis.text.StackText.Options;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackTextTest {
    private static final AsyncStack STACK = new AsyncStack(
            List.of(
                    "dev.longstack.boot.record.Recorder.write:9",
                    "java.lang.Object.wait:-1",
                    "shop.Shop$Cart.price:88",
                    "shop.Shop$$Lambda$366+0x00007f8b74196440.305595938.get:-1"),
            List.of(new Boundary(
                    7,
                    3,
                    "supply · Shop.order:20",
                    "task",
                    "db-1#9",
                    "http-1#5",
                    2_000_000,
                    Source.TYPICAL,
                    List.of("shop.Shop.order:20"),
                    4,
                    5)),
            End.ROOT);

    @Test
    void linesSayWhereEachStackBegins() {
        assertThat(StackText.lines(STACK, Options.DEFAULT))
                .containsExactly(
                        new Line(Kind.FRAME, "java.lang.Object.wait(Unknown Source)", ContextTable.NO_ROW),
                        new Line(Kind.FRAME, "shop.Shop$Cart.price(Shop.java:88)", ContextTable.NO_ROW),
                        new Line(
                                Kind.BOUNDARY,
                                "supply · Shop.order:20 – ran on db-1, queued " + Durations.of(2_000_000)
                                        + ", created on http-1",
                                3),
                        new Line(
                                Kind.NOTE,
                                "typical stack of this call site, taken 4 of 5 times, not for this creation",
                                ContextTable.NO_ROW),
                        new Line(Kind.FRAME, "shop.Shop.order(Shop.java:20)", ContextTable.NO_ROW),
                        new Line(Kind.NOTE, "created where no context was current", ContextTable.NO_ROW));
    }

    @Test
    void framesCanBeLeftOutAndStacksUnlinked() {
        assertThat(StackText.lines(STACK, new Options(false, true, false)))
                .extracting(Line::text)
                .containsExactly(
                        "dev.longstack.boot.record.Recorder.write(Recorder.java:9)",
                        "shop.Shop$Cart.price(Shop.java:88)");
    }

    @Test
    void copiesReadAsAStackTrace() {
        assertThat(StackText.copy(StackText.lines(STACK, Options.DEFAULT)))
                .contains("\tat shop.Shop$Cart.price(Shop.java:88)\n── supply · Shop.order:20 – ran on db-1");
    }
}
