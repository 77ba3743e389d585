/** An order shop with a planted rare lag: an ordinary application that is recorded without being instrumented. */
@NullMarked
package dev.longstack.demo;

import org.jspecify.annotations.NullMarked;
