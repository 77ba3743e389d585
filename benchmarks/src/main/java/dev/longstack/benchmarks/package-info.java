/**
 * What Longstack costs: a class a suite, the programs that the suites start, and what prints the tables. Uses the packaged
 * jars of the other modules, as a user would.
 */
@NullMarked
package dev.longstack.benchmarks;

import org.jspecify.annotations.NullMarked;
