package dev.longstack.analysis.read;

import dev.longstack.analysis.source.StackLines;
import java.time.Instant;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/** Values of events in the forms of the sink. */
final class Fields {
    private Fields() {}

    static long startNanos(RecordedEvent event) {
        return nanos(event.getStartTime());
    }

    static long endNanos(RecordedEvent event) {
        return nanos(event.getEndTime());
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    /** The name of the event's thread; null for none. */
    static @Nullable String thread(RecordedEvent event) {
        return event.hasField("eventThread") ? threadName(event.getThread()) : null;
    }

    /** Name and id, as names repeat: {@code http-1#42}, {@code #43} for one without a name. */
    static @Nullable String threadName(@Nullable RecordedThread thread) {
        if (thread == null) {
            return null;
        }
        String name = thread.getJavaName() != null ? thread.getJavaName() : thread.getOSName();
        return (name == null ? "" : name) + "#" + thread.getJavaThreadId();
    }

    /** The event's stack, a frame a line, without the recorder's own on top; null for none. */
    static @Nullable String stack(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        return stack == null ? null : stack(stack);
    }

    /** A frame a line, without the recorder's own on top. */
    static String stack(RecordedStackTrace stack) {
        StackLines lines = new StackLines();
        for (RecordedFrame frame : stack.getFrames()) {
            RecordedMethod method = frame.getMethod();
            if (method != null) {
                lines.add(method.getType().getName(), method.getName(), frame.getLineNumber());
            }
        }
        return lines.toString();
    }
}
