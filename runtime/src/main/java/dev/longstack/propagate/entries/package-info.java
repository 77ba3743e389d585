/**
 * What the public API calls, by name and with types of the JDK only. Depends on {@code hooks}, {@code carriers} and {@code
 * dev.longstack.record}.
 */
@NullMarked
package dev.longstack.propagate.entries;

import org.jspecify.annotations.NullMarked;
