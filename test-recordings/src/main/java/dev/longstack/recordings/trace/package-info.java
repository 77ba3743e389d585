/** Text traces: events in, the linked model out as text; the format is described in the folder {@code traces}. */
@NullMarked
package dev.longstack.recordings.trace;

import org.jspecify.annotations.NullMarked;
