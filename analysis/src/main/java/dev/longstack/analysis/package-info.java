/** The facade: {@link dev.longstack.analysis.Analysis#open}. No output, no global state; an analysis is for one thread. */
@NullMarked
package dev.longstack.analysis;

import org.jspecify.annotations.NullMarked;
