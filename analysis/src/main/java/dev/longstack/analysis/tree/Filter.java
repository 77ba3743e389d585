package dev.longstack.analysis.tree;

import org.jspecify.annotations.Nullable;

/**
 * Which requests are asked for; null or 0 asks for all.
 *
 * @param operation glob on the name, {@code *} and {@code ?}
 * @param thread glob on the names of the threads that ran something of it
 * @param fromNanos since the start of the recording
 * @param toNanos since the start of the recording; 0 for its end
 * @param minNanos shortest duration
 */
public record Filter(@Nullable String operation, @Nullable String thread, long fromNanos, long toNanos, long minNanos) {
    /** Asks for all. */
    public static final Filter ALL = new Filter(null, null, 0, 0, 0);

    /** Whether the text matches the glob; a null glob matches all. */
    static boolean matches(@Nullable String glob, String text) {
        return glob == null || Glob.matches(glob, text);
    }
}
