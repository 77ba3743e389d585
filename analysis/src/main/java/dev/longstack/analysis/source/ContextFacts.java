package dev.longstack.analysis.source;

import org.jspecify.annotations.Nullable;

/**
 * What every event about a context repeats.
 *
 * @param contextId unique in a JVM, from 1 on
 * @param parentId 0 for none, -1 for unknown to the recorder
 * @param parentInvocation from 1 on; 0 for none or unknown
 * @param kind a word of {@code ContextKind}; null where the event does not tell
 * @param operation null where the event does not tell
 * @param taskClass as the JVM names it; null for none
 */
public record ContextFacts(
        long contextId,
        long parentId,
        int parentInvocation,
        @Nullable String kind,
        @Nullable String operation,
        @Nullable String taskClass) {}
