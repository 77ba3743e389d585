package dev.longstack.jmc.adapter.table;

import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.tree.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All requests as dots: when they began, and on a logarithmic scale how long they took. A pixel has one dot, however many requests
 * fall on it. Pixels count from the upper left corner.
 */
public final class Scatter {
    private static final long SHORTEST_NANOS = 1_000;
    private static final int BITS = 16;

    private final int width;
    private final int height;
    private final long fromNanos;
    private final long toNanos;
    private final double shortestLog;
    private final double longestLog;
    private final byte[] dots;

    private Scatter(RequestTable requests, int width, int height) {
        this.width = width;
        this.height = height;
        this.dots = new byte[width * height];
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        long shortest = Long.MAX_VALUE;
        long longest = SHORTEST_NANOS;
        for (int n = 0; n < requests.size(); n++) {
            Request request = requests.request(n);
            from = Math.min(from, request.startNanos());
            to = Math.max(to, request.startNanos());
            shortest = Math.min(shortest, Math.max(SHORTEST_NANOS, request.durationNanos()));
            longest = Math.max(longest, request.durationNanos());
        }
        fromNanos = requests.size() == 0 ? 0 : from;
        toNanos = requests.size() == 0 ? 1 : Math.max(to, from + 1);
        shortestLog = Math.floor(Math.log10((double) Math.min(shortest, longest)));
        longestLog = Math.max(shortestLog + 1, Math.log10((double) longest) * 1.02);
    }

    /** A dot. */
    public record Dot(int x, int y, boolean isFailed) {}

    /** A round duration at a height. */
    public record Tick(int y, String text) {}

    /** Of these requests, for a picture of this size; null where it was cancelled. The thread of the caller. */
    public static @Nullable Scatter of(RequestTable requests, int width, int height, BooleanSupplier cancelled) {
        Scatter scatter = new Scatter(requests, width, height);
        for (int n = 0; n < requests.size(); n++) {
            if (n % (1 << BITS) == 0 && cancelled.getAsBoolean()) {
                return null;
            }
            Request request = requests.request(n);
            int at = scatter.y(request.durationNanos()) * width + scatter.x(request.startNanos());
            boolean isFailed = request.state() == Request.State.FAILED;
            scatter.dots[at] = (byte) Math.max(scatter.dots[at], isFailed ? 2 : 1);
        }
        return scatter;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** When the first request began. */
    public long fromNanos() {
        return fromNanos;
    }

    /** The pixel of a begin. */
    public int x(long startNanos) {
        double share = (double) (startNanos - fromNanos) / (toNanos - fromNanos);
        return (int) Math.round(Math.max(0, Math.min(1, share)) * (width - 1));
    }

    /** The pixel of a duration. */
    public int y(long durationNanos) {
        double share = (Math.log10((double) Math.max(1, durationNanos)) - shortestLog) / (longestLog - shortestLog);
        return (int) Math.round((1 - Math.max(0, Math.min(1, share))) * (height - 1));
    }

    /** The dots, row by row. */
    public List<Dot> dots() {
        List<Dot> found = new ArrayList<>();
        for (int at = 0; at < dots.length; at++) {
            if (dots[at] > 0) {
                found.add(new Dot(at % width, at / width, dots[at] == 2));
            }
        }
        return found;
    }

    /** Powers of ten. */
    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.ceil(shortestLog); power <= longestLog; power++) {
            long nanos = (long) Math.pow(10, power);
            ticks.add(new Tick(y(nanos), round(nanos)));
        }
        return ticks;
    }

    /** {@code 10 ms}, without the digits that {@link Durations} has. */
    private static String round(long nanos) {
        return Durations.of(nanos).replaceFirst("\\.0+(?= )", "");
    }

    /** What lies between two corners, both with it; what touches an edge of the picture is open there. */
    public RequestFilter.Area area(int left, int top, int right, int bottom) {
        return new RequestFilter.Area(
                left <= 0 ? Long.MIN_VALUE : nanosAt(left - 0.5),
                right >= width - 1 ? Long.MAX_VALUE : nanosAt(right + 0.5),
                bottom >= height - 1 ? 0 : durationAt(bottom + 0.5),
                top <= 0 ? Long.MAX_VALUE : durationAt(top - 0.5));
    }

    private long nanosAt(double x) {
        return fromNanos + Math.round(x / Math.max(1, width - 1) * (toNanos - fromNanos));
    }

    private long durationAt(double y) {
        return Math.round(Math.pow(10, shortestLog + (1 - y / Math.max(1, height - 1)) * (longestLog - shortestLog)));
    }
}
