/**
 * The recording side: contexts as the observed JVM carries them, the state of each thread, and what is written to JDK
 * Flight Recorder about them. Depends on {@code dev.longstack.events} alone. Nothing here throws into a caller or blocks.
 * Internal: nothing here is for applications, and it changes without notice.
 */
@NullMarked
package dev.longstack.record;

import org.jspecify.annotations.NullMarked;
