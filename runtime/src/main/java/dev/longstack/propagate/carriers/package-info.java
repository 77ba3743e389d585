/**
 * Where a context's token is carried from its creation to its invocation: in fields of the JDK's classes, in objects of ours, or
 * in a table beside. Depends on {@code dev.longstack.record} alone.
 *
 * <p>Internal: nothing here is for applications, and it changes without notice.
 */
@NullMarked
package dev.longstack.propagate.carriers;

import org.jspecify.annotations.NullMarked;
