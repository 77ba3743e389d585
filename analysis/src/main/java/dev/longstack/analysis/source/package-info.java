/** The seam between whatever holds events and the linker: one record an event type. Depends on nothing. */
@NullMarked
package dev.longstack.analysis.source;

import org.jspecify.annotations.NullMarked;
