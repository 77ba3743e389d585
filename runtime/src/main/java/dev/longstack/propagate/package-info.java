/**
 * The seam between weaving and recording: the static methods that woven code calls, and where a context's token is carried
 * from its creation to its invocation. Depends on {@code dev.longstack.record}. Nothing here throws into a caller or blocks.
 */
@NullMarked
package dev.longstack.propagate;

import org.jspecify.annotations.NullMarked;
