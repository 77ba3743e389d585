package dev.longstack.jmc.adapter.timeline;

/**
 * The piece of a timeline that is in sight.
 *
 * @param fromNanos at the left edge, since the epoch
 * @param toNanos at the right edge; later than the left one
 * @param width pixels
 * @param firstLane the topmost lane in sight
 * @param lanes how many lanes are in sight, also in part
 */
public record Viewport(long fromNanos, long toNanos, int width, int firstLane, int lanes) {
    /** No timeline is looked at closer. */
    private static final long MIN_NANOS = 100;

    private static final double MARGIN = 0.02;

    /** All of the timeline, with a margin. */
    public static Viewport all(Timeline timeline, int width, int lanes) {
        long margin = Math.max(MIN_NANOS, (long) (MARGIN * (timeline.toNanos() - timeline.fromNanos())));
        return new Viewport(timeline.fromNanos() - margin, timeline.toNanos() + margin, width, 0, lanes);
    }

    public long nanos() {
        return toNanos - fromNanos;
    }

    /** The pixel of a time, clamped to just outside of what is in sight. */
    public int x(long nanos) {
        double x = (double) (nanos - fromNanos) / nanos() * width;
        return (int) Math.floor(Math.max(-1, Math.min(width, x)));
    }

    /** The time at the left edge of a pixel. */
    public long nanos(int x) {
        return fromNanos + Math.round((double) x / width * nanos());
    }

    /** Closer, or with a factor above 1 farther, with the same time under the pixel. */
    public Viewport zoomed(double factor, int x) {
        long nanos = Math.max(MIN_NANOS, Math.round(nanos() * factor));
        long from = nanos(x) - Math.round((double) x / width * nanos);
        return new Viewport(from, from + nanos, width, firstLane, lanes);
    }

    /** Moved by pixels, to the right for positive ones. */
    public Viewport panned(int pixels) {
        long by = Math.round((double) pixels / width * nanos());
        return new Viewport(fromNanos + by, toNanos + by, width, firstLane, lanes);
    }

    /** Between two pixels of this one. */
    public Viewport between(int left, int right) {
        long from = nanos(left);
        return new Viewport(from, Math.max(from + MIN_NANOS, nanos(right)), width, firstLane, lanes);
    }

    /** The same times, other lanes or another width. */
    public Viewport sized(int newWidth, int newFirstLane, int newLanes) {
        return new Viewport(fromNanos, toNanos, newWidth, newFirstLane, newLanes);
    }
}
