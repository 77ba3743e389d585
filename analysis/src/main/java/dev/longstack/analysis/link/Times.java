package dev.longstack.analysis.link;

import dev.longstack.analysis.source.EventSink;
import dev.longstack.analysis.source.EventSink.Run;
import dev.longstack.analysis.source.EventSink.Schedule;

/** Which times and spans can be: damaged ones would overflow whatever is reckoned from them. */
final class Times {
    /** In the year 2116; any two times up to here, and a span or two, can be subtracted. */
    private static final long LATEST = (1L << 62) - 1;

    private static final long LONGEST = 1L << 61;

    private Times() {}

    static boolean isPossible(long timeNanos) {
        return timeNanos >= 0 && timeNanos <= LATEST;
    }

    static boolean isPossible(Run run) {
        return isPossible(run.startNanos()) && isPossible(run.endNanos());
    }

    static boolean isPossible(Schedule schedule) {
        return isSpan(schedule.delayNanos()) && isSpan(schedule.queueNanos());
    }

    private static boolean isSpan(long nanos) {
        return nanos == EventSink.UNKNOWN || (nanos >= -LONGEST && nanos <= LONGEST);
    }

    /** Without a length, at whichever of its times can be. */
    static Run repaired(Run run) {
        long time = isPossible(run.startNanos()) ? run.startNanos() : isPossible(run.endNanos()) ? run.endNanos() : 0;
        return new Run(run.invocation(), time, time, run.thread(), run.failure(), run.requestId(), run.request());
    }

    /** With unknown spans in place of those that can't be. */
    static Schedule repaired(Schedule schedule) {
        return new Schedule(
                schedule.triggerId(),
                schedule.creationThread(),
                isSpan(schedule.delayNanos()) ? schedule.delayNanos() : EventSink.UNKNOWN,
                isSpan(schedule.queueNanos()) ? schedule.queueNanos() : EventSink.UNKNOWN,
                schedule.queueType(),
                schedule.queueLength());
    }
}
