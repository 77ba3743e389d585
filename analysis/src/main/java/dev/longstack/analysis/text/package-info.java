/** Texts for people, made once for every front end: durations, steps, stacks, waits. No colours, no layout. */
@NullMarked
package dev.longstack.analysis.text;

import org.jspecify.annotations.NullMarked;
