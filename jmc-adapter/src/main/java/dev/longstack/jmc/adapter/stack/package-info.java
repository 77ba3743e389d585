/** Async stacks as lines, and those of a selection grouped. */
@NullMarked
package dev.longstack.jmc.adapter.stack;

import org.jspecify.annotations.NullMarked;
