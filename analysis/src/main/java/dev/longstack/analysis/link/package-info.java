/** Links events into a model, in any order, and counts what does not fit. */
@NullMarked
package dev.longstack.analysis.link;

import org.jspecify.annotations.NullMarked;
