/**
 * Probes for streams: what is being operated on, what backpressure holds, and the time a chunk takes and the stream itself takes.
 * With no recording a probe costs a branch a chunk.
 */
@NullMarked
package dev.longstack.stream;

import org.jspecify.annotations.NullMarked;
