/** Async stacks: the creation stacks of a context and its ancestors. */
@NullMarked
package dev.longstack.analysis.stack;

import org.jspecify.annotations.NullMarked;
