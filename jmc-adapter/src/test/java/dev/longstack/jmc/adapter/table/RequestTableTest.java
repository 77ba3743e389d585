package dev.longstack.jmc.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.text.StepColumn;
import dev.longstack.analysis.text.Steps;
import dev.longstack.analysis.tree.Request;
import dev.longstack.jmc.adapter.items.Open;
import dev.longstack.jmc.adapter.items.OpenRecording;
import dev.longstack.jmc.adapter.table.RequestTable.Rows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestTableTest {
    private OpenRecording recording;
    private RequestTable table;

    @BeforeEach
    void open() throws Exception {
        recording = Open.hops(25);
        table = Objects.requireNonNull(RequestTable.of(recording, () -> false));
    }

    private Rows arranged(RequestColumn by, boolean ascending, String filter) {
        return arranged(by, ascending, RequestFilter.ALL.withWords(filter));
    }

    private Rows arranged(RequestColumn by, boolean ascending, RequestFilter filter) {
        return Objects.requireNonNull(table.arrange(by, ascending, filter, () -> false));
    }

    @ParameterizedTest
    @EnumSource(RequestColumn.class)
    void everyColumnSortsBothWays(RequestColumn column) {
        int[] up = arranged(column, true, "").requests().toArray();
        int[] down = arranged(column, false, "").requests().toArray();
        assertThat(up).hasSize(table.size()).doesNotHaveDuplicates();
        assertThat(down).containsExactlyInAnyOrder(up);
        if (column.form() == RequestColumn.Form.TEXT) {
            assertThat(Arrays.stream(up).mapToObj(n -> table.text(n, column)).toList())
                    .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        }
        String first = table.text(up[0], column);
        assertThat(table.text(down[down.length - 1], column)).isEqualTo(first);
    }

    @Test
    void theLongestRequestIsFirst() {
        int[] rows = arranged(RequestColumn.DURATION, false, "").requests().toArray();
        assertThat(Arrays.stream(rows)
                        .mapToObj(n -> table.request(n).durationNanos())
                        .toList())
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void allWordsOfTheFilterMustBeThereInAnyCase() {
        String operation = table.text(0, RequestColumn.OPERATION);
        Rows some = arranged(RequestColumn.START, true, "  " + operation.toUpperCase(Locale.ROOT) + " resolved ");
        assertThat(some.found()).isBetween(1, table.size());
        assertThat(some.isCut()).isFalse();
        assertThat(arranged(RequestColumn.START, true, operation + " no-such-word")
                        .found())
                .isZero();
    }

    @Test
    void anAreaOfTheScatterListsTheDotsInIt() {
        Scatter scatter = Objects.requireNonNull(Scatter.of(table, 500, 60, () -> false));
        Request longest = table.request(0);
        int x = scatter.x(longest.startNanos());
        int y = scatter.y(longest.durationNanos());
        assertThat(scatter.dots()).anyMatch(dot -> dot.x() == x && dot.y() == y);
        Rows around =
                arranged(RequestColumn.START, true, RequestFilter.ALL.in(scatter.area(x - 1, y - 1, x + 1, y + 1)));
        assertThat(around.requests().toArray()).contains(0);
        assertThat(around.requests().mapToObj(table::request))
                .as("what is listed is drawn there")
                .allMatch(each -> Math.abs(scatter.x(each.startNanos()) - x) <= 1)
                .allMatch(each -> Math.abs(scatter.y(each.durationNanos()) - y) <= 1);
        assertThat(arranged(RequestColumn.START, true, RequestFilter.ALL.in(scatter.area(0, 0, 499, 59)))
                        .found())
                .as("all of it")
                .isEqualTo(table.size());
        assertThat(Scatter.of(table, 500, 60, () -> true)).isNull();
    }

    @Test
    void theScatterHasRoundDurations() {
        Scatter scatter = Objects.requireNonNull(Scatter.of(table, 500, 60, () -> false));
        assertThat(scatter.ticks()).extracting(Scatter.Tick::text).contains("10 ms", "100 ms");
        assertThat(scatter.ticks()).extracting(Scatter.Tick::y).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void aPathLeadsToItsRequests() {
        List<Request> requests =
                IntStream.range(0, table.size()).mapToObj(table::request).toList();
        PathTable paths = Objects.requireNonNull(PathTable.of(recording, requests, () -> false));
        assertThat(paths.paths()).isNotEmpty().allSatisfy(path -> {
            BitSet of = paths.requests(path);
            String top = path.name().split(" → ", -1)[0];
            assertThat(of.stream().mapToObj(n -> table.text(n, RequestColumn.OPERATION)))
                    .isNotEmpty()
                    .allMatch(top::equals);
            assertThat(arranged(RequestColumn.DURATION, false, RequestFilter.ALL.onlyOf(of))
                            .found())
                    .isEqualTo(of.cardinality());
        });
    }

    @Test
    void aStepBelongsToItsRequest() {
        int n = arranged(RequestColumn.HOPS, false, "").request(0);
        Request request = table.request(n);
        assertThat(recording.requests().tree(request.row(), request.invocation()))
                .isNotEmpty()
                .allMatch(row -> table.requestOf(row) == n);
    }

    @Test
    void sharesAddUp() {
        IntStream.range(0, table.size()).forEach(n -> {
            double sum = table.share(n, RequestColumn.RAN)
                    + table.share(n, RequestColumn.QUEUED)
                    + table.share(n, RequestColumn.WAITED);
            assertThat(sum).isBetween(table.request(n).durationNanos() == 0 ? 0 : 0.999999, 1.000001);
        });
    }

    @Test
    void cancelledWorkGivesNothing() {
        assertThat(RequestTable.of(recording, () -> true)).isNull();
        assertThat(table.arrange(RequestColumn.HOPS, true, RequestFilter.ALL, () -> true))
                .isNull();
    }

    @Test
    void rowsAreCopiedForSpreadsheets() {
        List<RequestColumn> columns = List.of(RequestColumn.OPERATION, RequestColumn.HOPS);
        assertThat(table.copy(new int[] {0}, columns, Separated.TABS))
                .isEqualTo("Operation\tHops\n" + table.text(0, RequestColumn.OPERATION) + "\t"
                        + table.text(0, RequestColumn.HOPS) + "\n");
        assertThat(Separated.COMMAS.lines(List.of("a"), List.of(List.of("say \"x\", y"), List.of("plain"))))
                .isEqualTo("a\n\"say \"\"x\"\", y\"\nplain\n");
        assertThat(Separated.TABS.lines(List.of("a"), List.of(List.of("x\ty\nz"))))
                .isEqualTo("a\nx y z\n");
    }

    @Test
    void stepsKnowTheirRequestsCriticalPath() {
        int longest = arranged(RequestColumn.HOPS, false, "").request(0);
        Steps steps = Steps.of(recording.analysis(), table.request(longest));
        int top = steps.request().row();
        assertThat(steps.text(top, StepColumn.BEGAN)).isEqualTo("+" + Durations.of(0));
        assertThat(steps.criticalPath()).isNotEmpty();
        assertThat(steps.criticalPath().get(0).startNanos())
                .isGreaterThanOrEqualTo(steps.request().startNanos());
        for (int n = 1; n < steps.criticalPath().size(); n++) {
            assertThat(steps.criticalPath().get(n).startNanos())
                    .as("one piece ends where the next begins")
                    .isEqualTo(steps.criticalPath().get(n - 1).endNanos());
        }
        assertThat(steps.below(top, true))
                .hasSizeGreaterThanOrEqualTo(steps.below(top, false).size());
    }

    @Test
    void whatIsAssumedIsListedBelowItsStarterAndSaidToBe() {
        int longest = arranged(RequestColumn.HOPS, false, "").request(0);
        Steps steps = Steps.of(recording.analysis(), table.request(longest));
        List<Integer> threads = steps.below(steps.request().row(), true).stream()
                .filter(row -> recording.model().contexts().isThread(row))
                .toList();
        assertThat(threads).isNotEmpty().allSatisfy(row -> {
            assertThat(steps.text(row, StepColumn.STATE))
                    .isEqualTo("resolved; assumed: a thread that ended within the request");
            assertThat(steps.isCritical(row)).isFalse();
        });
        assertThat(recording.requests().tree(steps.request().row())).doesNotContainAnyElementsOf(threads);
        assertThat(threads)
                .allSatisfy(row -> assertThat(recording.requests().top(row))
                        .as("it is found there")
                        .isEqualTo(steps.request().row()));
    }

    @Test
    void pathsCountEachStepOnce() {
        List<Request> requests =
                IntStream.range(0, table.size()).mapToObj(table::request).toList();
        PathTable paths = Objects.requireNonNull(PathTable.of(recording, requests, () -> false));
        long counted = paths.paths().stream().mapToLong(PathTable.Path::count).sum();
        long ran = requests.stream()
                .flatMap(each -> recording.requests().tree(each.row(), each.invocation()).stream())
                .filter(row -> recording.model().runCount(row) > 0)
                .count();
        assertThat(counted).isEqualTo(ran);
        assertThat(paths.paths()).allSatisfy(path -> {
            assertThat(path.p50()).isLessThanOrEqualTo(path.p95());
            assertThat(path.p95()).isLessThanOrEqualTo(path.p99());
            assertThat(path.p99()).isLessThanOrEqualTo(path.max());
            assertThat(path.total()).isLessThanOrEqualTo(path.max() * path.count());
        });
        assertThat(paths.paths().get(0).cells()).hasSameSizeAs(PathTable.titles());
        assertThat(PathTable.of(recording, requests, () -> true)).isNull();
    }
}
