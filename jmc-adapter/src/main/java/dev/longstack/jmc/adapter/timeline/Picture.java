package dev.longstack.jmc.adapter.timeline;

import dev.longstack.analysis.source.WaitKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is to be drawn of a timeline in a viewport, in pixels: as many shapes as there is room for, however many runs there are.
 *
 * @param viewport what it was made for
 * @param bars runs; the value is {@code operation row * 8 + depth of nesting}
 * @param queues spans in which something was queued
 * @param arrows from a creation to a run: the lane of the creator, the pixel of the creation and how far right of it the run
 *     begins; the value is the position of the run
 * @param hints the value is the position of the run
 * @param pauses spans in which the JVM stood; no lane
 * @param titles bars with room for text; the value is the position of the run
 * @param waits in the runs and holds in sight, of each kind
 * @param waitTitles waits with room for text; the value is the row of the wait table
 * @param holds spans in which a thread held what another one waited for; the value is the index of the hold
 * @param handovers from a holder to who got it next: the lane of the holder and the pixel; the value is the other lane
 * @param path the critical path; the value is 1 where it ran, 0 where it waited
 * @param held by backpressure, a pixel each: the value is in thousandths of the most in sight; no lane
 */
public record Picture(
        Viewport viewport,
        Shapes bars,
        Shapes queues,
        Shapes arrows,
        Shapes hints,
        Shapes pauses,
        Shapes titles,
        Map<WaitKind, Shapes> waits,
        Shapes waitTitles,
        Shapes holds,
        Shapes handovers,
        Shapes path,
        Shapes held) {
    /** Nested runs beyond this depth are drawn at it. */
    public static final int MAX_DEPTH = 3;

    /** Narrower shapes have no text in them, in pixels. */
    static final int MIN_TEXT = 36;

    private static final int DEPTHS = 8;

    /** An empty one. */
    public static Picture of(Viewport viewport) {
        Map<WaitKind, Shapes> waits = new EnumMap<>(WaitKind.class);
        for (WaitKind kind : WaitKind.values()) {
            waits.put(kind, new Shapes());
        }
        return new Picture(
                viewport,
                new Shapes(),
                new Shapes(),
                new Shapes(),
                new Shapes(),
                new Shapes(),
                new Shapes(),
                waits,
                new Shapes(),
                new Shapes(),
                new Shapes(),
                new Shapes(),
                new Shapes());
    }

    static int barValue(int operationRow, int depth) {
        return operationRow * DEPTHS + Math.min(depth, MAX_DEPTH);
    }

    /** The number of a bar's operation. */
    public int operationRow(int bar) {
        return bars.value(bar) / DEPTHS;
    }

    /** How deep the bar's run is nested in others, from 0 to {@link #MAX_DEPTH}. */
    public int depth(int bar) {
        return bars.value(bar) % DEPTHS;
    }
}
