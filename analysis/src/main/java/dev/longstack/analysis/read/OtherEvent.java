package dev.longstack.analysis.read;

import org.jspecify.annotations.Nullable;

/**
 * An event of any type, as far as an async stack needs it.
 *
 * @param thread {@code name#id}; null for none
 * @param subject what it was about, such as the class of a monitor; null for none
 * @param culprit who held it, where the event tells; null for none
 * @param stack a frame a line; null for none
 */
public record OtherEvent(
        String type,
        long startNanos,
        long durationNanos,
        @Nullable String thread,
        @Nullable String subject,
        @Nullable String culprit,
        @Nullable String stack) {}
