package dev.longstack.jmc.adapter.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round times along a viewport, told as what has passed since an origin. */
public final class TimeAxis {
    private static final int PIXELS_BETWEEN = 110;
    private static final long[] STEPS = {1, 2, 5};
    private static final long[] UNITS = {1_000_000_000, 1_000_000, 1_000, 1};
    private static final String[] NAMES = {"s", "ms", "μs", "ns"};
    private static final int MAX_DIGITS = 6;

    private TimeAxis() {}

    /** A line at a pixel. */
    public record Tick(int x, String text) {}

    /** The ticks in sight. */
    public static List<Tick> ticks(Viewport viewport, long originNanos) {
        long step = step((double) viewport.nanos() * PIXELS_BETWEEN / viewport.width());
        List<Tick> ticks = new ArrayList<>();
        long first = Math.floorDiv(viewport.fromNanos() - originNanos, step) * step;
        for (long since = first; since <= viewport.toNanos() - originNanos; since += step) {
            int x = viewport.x(originNanos + since);
            if (x >= 0 && x < viewport.width()) {
                ticks.add(new Tick(x, text(since, step)));
            }
        }
        return ticks;
    }

    private static long step(double atLeast) {
        long power = 1;
        while (true) {
            for (long step : STEPS) {
                if (step * power >= atLeast) {
                    return step * power;
                }
            }
            power *= 10;
        }
    }

    private static String text(long nanos, long step) {
        if (nanos == 0) {
            return "0";
        }
        int unit = 0;
        while (unit < UNITS.length - 1 && Math.abs(nanos) < UNITS[unit]) {
            unit++;
        }
        int digits = 0;
        for (long part = UNITS[unit]; part > step && digits < MAX_DIGITS; part /= 10) {
            digits++;
        }
        return String.format(Locale.ROOT, "%." + digits + "f %s", (double) nanos / UNITS[unit], NAMES[unit]);
    }
}
