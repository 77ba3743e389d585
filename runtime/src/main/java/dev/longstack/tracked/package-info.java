/** For objects that have to be closed: tracking, and zones that dispose of what was left open in them. */
@NullMarked
package dev.longstack.tracked;

import org.jspecify.annotations.NullMarked;
