package dev.longstack.jmc.adapter.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.table.Spans;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.tree.Filter;
import dev.longstack.recordings.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final String STORY = """
            invoke 1 kind request op GET from 1000 to 9000 on http#1
            invoke 2 parent 1.1 kind task op supply from 3000 to 5000 on db#2 queued 1000 created-on http#1
            invoke 3 parent 2.1 kind task op inner from 3500 to 4000 on db#2 queued 100 created-on db#2
            invoke 4 parent 2.1 kind task op apply from 6000 to 6001 on http#1 queued 500 created-on db#2
            expect
            """;

    private static Timeline timeline(String story, LaneBy by) {
        Model model = Trace.of(story).link();
        Analysis analysis = Analysis.of(model);
        return Timeline.of(analysis, analysis.requests().ranked(Filter.ALL), by);
    }

    private static Picture picture(Timeline timeline, Viewport viewport) {
        return Objects.requireNonNull(new PictureMaker(timeline, List.of(), Set.of()).of(viewport, () -> false));
    }

    private static long idAt(Timeline timeline, int position) {
        return timeline.model().contexts().id(timeline.contextRow(position));
    }

    @Test
    void lanesAreThreadsOrOperationsInTheOrderOfTheirFirstRuns() {
        Timeline byThread = timeline(STORY, LaneBy.THREAD);
        assertThat(IntStream.range(0, byThread.lanes()).mapToObj(byThread::lane))
                .containsExactly("http#1", "db#2");
        assertThat(byThread.laneTitle(1)).isEqualTo("db");
        Timeline byOperation = timeline(STORY, LaneBy.OPERATION);
        assertThat(IntStream.range(0, byOperation.lanes()).mapToObj(byOperation::lane))
                .containsExactly("GET", "supply", "inner", "apply");
        assertThat(byThread.fromNanos()).isEqualTo(1000);
        assertThat(byThread.toNanos()).isEqualTo(9000);
    }

    @Test
    void positionsAndLanesGoTogether() {
        Timeline timeline = timeline(STORY, LaneBy.THREAD);
        for (int position = 0; position < timeline.size(); position++) {
            int lane = timeline.laneOf(position);
            assertThat(position).isBetween(timeline.laneStart(lane), timeline.laneStart(lane + 1) - 1);
            assertThat(timeline.position(timeline.run(position))).isEqualTo(position);
        }
    }

    @Test
    void theInnermostRunIsHit() {
        Timeline timeline = timeline(STORY, LaneBy.THREAD);
        assertThat(idAt(timeline, timeline.at(1, 3700, 0))).isEqualTo(3);
        assertThat(idAt(timeline, timeline.at(1, 4500, 0))).isEqualTo(2);
        assertThat(timeline.at(1, 5500, 0)).isEqualTo(Timeline.NONE);
        assertThat(idAt(timeline, timeline.at(1, 5100, 200)))
                .as("a little beside it")
                .isEqualTo(2);
        assertThat(idAt(timeline, timeline.at(0, 6000, 0))).isEqualTo(4);
        assertThat(timeline.at(7, 6000, 0)).as("no such lane").isEqualTo(Timeline.NONE);
    }

    @Test
    void barsQueuesAndArrowsAreWhereTheyBelong() {
        Timeline timeline = timeline(STORY, LaneBy.THREAD);
        Viewport viewport = new Viewport(0, 10_000, 1000, 0, 5);
        Picture picture = picture(timeline, viewport);
        assertThat(bars(picture))
                .containsExactlyInAnyOrder(
                        "0:100+800 depth 0", "0:600+1 depth 1", "1:300+200 depth 0", "1:350+50 depth 1");
        assertThat(shapes(picture.queues())).contains("0:550+50", "1:200+100", "1:340+10");
        assertThat(shapes(picture.arrows()))
                .as("from the creation's lane and time to the run's; none within a lane")
                .containsExactlyInAnyOrder("0:200+100", "1:550+50");
        assertThat(IntStream.range(0, 2)
                        .map(n -> timeline.laneOf(picture.arrows().value(n))))
                .as("to which lane")
                .containsExactly(0, 1);
    }

    @Test
    void whatIsOutOfSightIsNotDrawn() {
        Timeline timeline = timeline(STORY, LaneBy.THREAD);
        Picture picture = picture(timeline, new Viewport(6500, 8500, 100, 0, 5));
        assertThat(bars(picture)).as("it spans all that is in sight").containsExactly("0:-1+101 depth 0");
        assertThat(picture(timeline, new Viewport(0, 10_000, 100, 1, 1)).bars().size())
                .as("one lane only")
                .isEqualTo(2);
    }

    @Test
    void moreRunsThanPixelsBecomeStretches() {
        StringBuilder story = new StringBuilder("invoke 1 kind request op GET from 0 to 10 on http#1\n");
        for (int id = 2; id < 20_002; id++) {
            story.append("invoke ")
                    .append(id)
                    .append(" parent 1.1 kind task op step from ")
                    .append(id * 10);
            story.append(" to ").append(id * 10 + 5).append(" on worker#2 queued 1 created-on http#1\n");
        }
        Timeline timeline = timeline(story + "expect\n", LaneBy.THREAD);
        Viewport all = Viewport.all(timeline, 1000, 10);
        Picture picture = picture(timeline, all);
        assertThat(picture.bars().size()).as("not more than pixels").isBetween(1, 1001);
        assertThat(picture.arrows().size()).as("those of one pixel are one").isBetween(1, 1001);
        Picture close = picture(timeline, all.between(500, 501));
        assertThat(close.bars().size()).as("each for itself").isBetween(15, 30);
        assertThat(new PictureMaker(timeline, List.of(), Set.of()).of(all, () -> true))
                .as("cancelled")
                .isNull();
    }

    @Test
    void zoomKeepsWhatIsUnderTheMouse() {
        Viewport viewport = new Viewport(1_000_000, 2_000_000, 1000, 0, 5);
        Viewport closer = viewport.zoomed(0.5, 250);
        assertThat(closer.nanos(250)).isEqualTo(viewport.nanos(250));
        assertThat(closer.nanos()).isEqualTo(500_000);
        assertThat(viewport.panned(100).fromNanos()).isEqualTo(1_100_000);
        Viewport closest = viewport;
        for (int n = 0; n < 200; n++) {
            closest = closest.zoomed(0.5, 500);
        }
        assertThat(closest.nanos()).as("it ends somewhere").isEqualTo(100);
    }

    @Test
    void ticksAreRoundAndApart() {
        List<TimeAxis.Tick> ticks = TimeAxis.ticks(new Viewport(0, 352_000_000, 1000, 0, 1), 0);
        assertThat(ticks.stream().map(TimeAxis.Tick::text))
                .containsExactly("0", "50 ms", "100 ms", "150 ms", "200 ms", "250 ms", "300 ms", "350 ms");
        assertThat(TimeAxis.ticks(new Viewport(1_234_000, 1_234_400, 1000, 0, 1), 0)
                        .get(0)
                        .text())
                .isEqualTo("1.23400 ms");
    }

    @Test
    void spansThatTouchARangeAreFound() {
        Spans.Builder builder = new Spans.Builder();
        builder.add(50, 60);
        builder.add(0, 100);
        builder.add(10, 20);
        List<String> found = new ArrayList<>();
        builder.build().touching(15, 55, (start, end) -> found.add(start + "-" + end));
        assertThat(found).containsExactly("0-100", "10-20", "50-60");
        found.clear();
        builder.build().touching(70, 80, (start, end) -> found.add(start + "-" + end));
        assertThat(found).containsExactly("0-100");
    }

    @Test
    void aTooltipSaysWhatIsKnown() {
        Timeline timeline = timeline(STORY, LaneBy.THREAD);
        int position = timeline.at(1, 4500, 0);
        assertThat(TimelineText.title(timeline, position)).isEqualTo("supply  " + Durations.of(2000));
        assertThat(TimelineText.attributes(timeline, position))
                .containsEntry("Context", "2")
                .containsEntry("Queued", Durations.of(1000))
                .containsEntry("Created on", "http")
                .doesNotContainKey("Failed");
    }

    private static List<String> bars(Picture picture) {
        return IntStream.range(0, picture.bars().size())
                .mapToObj(n -> shape(picture.bars(), n) + " depth " + picture.depth(n))
                .toList();
    }

    private static Set<String> shapes(Shapes shapes) {
        return IntStream.range(0, shapes.size()).mapToObj(n -> shape(shapes, n)).collect(Collectors.toSet());
    }

    private static String shape(Shapes shapes, int n) {
        return shapes.lane(n) + ":" + shapes.x(n) + "+" + shapes.width(n);
    }
}
