/** How the public API finds what records; nothing here is for applications. */
@NullMarked
package dev.longstack.seam;

import org.jspecify.annotations.NullMarked;
