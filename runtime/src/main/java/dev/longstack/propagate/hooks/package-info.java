/**
 * The static methods that woven code calls. Depends on {@code carriers} and {@code dev.longstack.record}. Nothing here throws into a caller or blocks.
 *
 * <p>Internal: nothing here is for applications, and it changes without notice.
 */
@NullMarked
package dev.longstack.propagate.hooks;

import org.jspecify.annotations.NullMarked;
