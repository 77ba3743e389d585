package dev.longstack.jmc.adapter.timeline;

/** Which pixels some spans cover. */
final class Cover {
    private final Viewport viewport;
    private final int[] changes;

    Cover(Viewport viewport) {
        this.viewport = viewport;
        this.changes = new int[viewport.width() + 2];
    }

    void add(long startNanos, long endNanos) {
        int x = viewport.x(startNanos);
        int end = viewport.x(endNanos);
        if (startNanos < endNanos && end >= 0 && x < viewport.width()) {
            changes[Math.max(0, x)]++;
            changes[Math.max(x + 1, end)]--;
        }
    }

    void addTo(Shapes shapes, int lane, int value) {
        int open = 0;
        int begin = 0;
        for (int x = 0; x < changes.length; x++) {
            int before = open;
            open += changes[x];
            if (before == 0 && open > 0) {
                begin = x;
            } else if (before > 0 && open == 0) {
                shapes.add(lane, begin, x - begin, value);
            }
        }
    }
}
