/**
 * What the public API calls: tables of functions, found by name, with types of the JDK only. Depends on {@code hooks}, {@code carriers} and {@code
 * dev.longstack.record}.
 *
 * <p>Internal: nothing here is for applications, and it changes without notice.
 */
@NullMarked
package dev.longstack.propagate.entries;

import org.jspecify.annotations.NullMarked;
