package dev.longstack.jmc;

import dev.longstack.jmc.adapter.timeline.Picture;

/** Where the parts of a timeline are on screen, in pixels. UI thread. */
final class TimelineLayout {
    static final int HEADER = 20;
    static final int HELD = 34;
    /** Above and below a bar. */
    static final int MARGIN = 4;

    private static final int MIN_LANE = 20;
    private static final int MAX_LANE = 46;
    private static final int MIN_GUTTER = 40;

    private int gutter = 170;
    private int laneHeight = MIN_LANE;
    private boolean hasHeld;

    /** The width of the names of the lanes. */
    int gutter() {
        return gutter;
    }

    void setGutter(int pixels, int width) {
        gutter = Math.max(MIN_GUTTER, Math.min(width / 2, pixels));
    }

    int laneHeight() {
        return laneHeight;
    }

    int barHeight() {
        return laneHeight - 2 * MARGIN;
    }

    /** Makes the lanes as high as there is room for. */
    void fit(int height, int lanes) {
        laneHeight = Math.max(MIN_LANE, Math.min(MAX_LANE, (height - top()) / Math.max(1, lanes)));
    }

    boolean hasHeld() {
        return hasHeld;
    }

    /** Whether there is room for what backpressure held. */
    void setHeld(boolean shown) {
        hasHeld = shown;
    }

    /** The y of the first lane. */
    int top() {
        return HEADER + (hasHeld ? HELD : 0);
    }

    /** The y of a lane's upper edge. */
    int y(int lane, Picture shown) {
        return top() + (lane - shown.viewport().firstLane()) * laneHeight;
    }
}
