/** What a timeline shows, down to the pixels, without drawing it. */
@NullMarked
package dev.longstack.jmc.adapter.timeline;

import org.jspecify.annotations.NullMarked;
