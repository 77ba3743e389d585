/**
 * How the public API finds what records. Internal: nothing here is for applications, and it changes without notice. A test keeps it out
 * of the signatures that applications see.
 */
@NullMarked
package dev.longstack.seam;

import org.jspecify.annotations.NullMarked;
