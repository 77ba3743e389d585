package dev.longstack.jmc.adapter.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.source.WaitKind;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.recordings.trace.Trace;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitShapesTest {
    /** One waits for a lock that first the inventory's thread held, asleep, then another request's. */
    private static final String STORY = """
            invoke 1 kind request op GET from 100 to 900 on http#1
            invoke 2 kind request op PUT from 150 to 850 on http#2
            invoke 3 kind thread op update from 50 to 1000 on inventory#3
            wait kind LOCK on http#1 from 200 to 800 for Ledger address 7 held-by http#2
            wait kind LOCK on http#2 from 160 to 400 for Ledger address 7 held-by inventory#3
            wait kind SLEEP on inventory#3 from 60 to 390
            expect
            """;

    private final Analysis analysis = Analysis.of(Trace.of(STORY).link());
    private final Timeline timeline = Timeline.of(
            analysis,
            analysis.requests().ranked(Filter.ALL).stream()
                    .filter(request -> request.name().equals("GET"))
                    .toList(),
            LaneBy.THREAD);

    private Picture picture(Set<WaitKind> kinds) {
        return Objects.requireNonNull(
                new PictureMaker(timeline, List.of(), kinds).of(new Viewport(0, 1000, 1000, 0, 10), () -> false));
    }

    private static List<String> shapes(Shapes shapes) {
        return IntStream.range(0, shapes.size())
                .mapToObj(n -> shapes.lane(n) + ": " + shapes.x(n) + "+" + shapes.width(n))
                .toList();
    }

    @Test
    void waitsAreDrawnInsideOfTheRunsThatWaited() {
        Picture picture = picture(EnumSet.allOf(WaitKind.class));
        assertThat(shapes(Objects.requireNonNull(picture.waits().get(WaitKind.LOCK))))
                .as("the request's own wait, and that of the holder")
                .contains("0: 200+600");
        assertThat(shapes(picture.waitTitles())).contains("0: 200+600");
        assertThat(shapes(Objects.requireNonNull(
                        picture(Set.of(WaitKind.PARK)).waits().get(WaitKind.LOCK))))
                .as("other kinds are not drawn")
                .isEmpty();
    }

    @Test
    void holdersHaveLanesOfTheirOwnAndHandOverToEachOther() {
        assertThat(IntStream.range(0, timeline.lanes()).mapToObj(timeline::laneTitle))
                .containsExactly("http", "inventory", "http");
        assertThat(timeline.isHoldersOnly(0)).isFalse();
        assertThat(timeline.isHoldersOnly(1)).isTrue();
        Picture picture = picture(EnumSet.allOf(WaitKind.class));
        assertThat(shapes(picture.holds())).containsExactly("1: 200+200", "2: 400+400");
        assertThat(IntStream.range(0, picture.handovers().size())
                        .mapToObj(n -> picture.handovers().lane(n) + " to "
                                + picture.handovers().value(n) + " at "
                                + picture.handovers().x(n)))
                .containsExactly("1 to 2 at 400", "2 to 0 at 800");
        assertThat(shapes(Objects.requireNonNull(picture.waits().get(WaitKind.SLEEP))))
                .as("what the holder waited for meanwhile")
                .containsExactly("1: 200+190");
    }

    @Test
    void aPlaceIsTheInnermostThingThatIsDrawnThere() {
        Picture picture = picture(EnumSet.allOf(WaitKind.class));
        assertThat(Target.at(timeline, picture, 500, 0, true))
                .hasValueSatisfying(target -> assertThat(TargetText.title(timeline, target))
                        .isEqualTo("waited 600 ns for lock Ledger, held by inventory, then by http"));
        assertThat(Target.at(timeline, picture, 500, 0, false)).containsInstanceOf(Target.Run.class);
        assertThat(Target.at(timeline, picture, 300, 1, false))
                .hasValueSatisfying(
                        target -> assertThat(TargetText.title(timeline, target)).isEqualTo("held lock Ledger  200 ns"))
                .hasValueSatisfying(target -> assertThat(TargetText.attributes(timeline, target))
                        .containsEntry("Blocked", "GET")
                        .containsEntry("Passed on to", "http")
                        .containsEntry("It ran", "update"));
        assertThat(Target.at(timeline, picture, 300, 1, true)).containsInstanceOf(Target.Wait.class);
        assertThat(Target.at(timeline, picture, 950, 0, true)).isEmpty();
        assertThat(Target.at(timeline, picture, 950, 99, true)).isEmpty();
    }

    @Test
    void theHoldersOfAWaitAreFoundEarliestFirst() {
        Target target = Target.at(timeline, picture(EnumSet.allOf(WaitKind.class)), 500, 0, true)
                .orElseThrow();
        assertThat(timeline.holdsOf(((Target.Wait) target).waitRow()))
                .extracting(n -> timeline.holds().get(n).thread())
                .containsExactly("inventory#3", "http#2");
    }
}
