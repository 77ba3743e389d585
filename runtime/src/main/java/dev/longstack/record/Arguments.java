package dev.longstack.record;

import dev.longstack.events.CreationControl;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the arguments of creating calls are asked for, by a recording or by a listener, and how a recording shows them. */
public final class Arguments {
    private static final int MAX_TEXT = 256;
    private static final AtomicInteger WANTED = new AtomicInteger();

    private Arguments() {}

    /** Whether anybody asks for them: they may be secrets and cost time, so nobody else makes them. */
    public static boolean wanted() {
        return CreationControl.arguments() || WANTED.get() > 0;
    }

    static void wanted(boolean more) {
        WANTED.addAndGet(more ? 1 : -1);
    }

    /** For the event, cut at a length; null for none, or where the recording does not ask. */
    static @Nullable String text(@Nullable Map<String, ?> arguments) {
        if (arguments == null || !CreationControl.arguments()) {
            return null;
        }
        String text = arguments.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(", "));
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
    }
}
