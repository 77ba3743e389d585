/** What the guide shows, compiled and run. */
@NullMarked
package dev.longstack.examples;

import org.jspecify.annotations.NullMarked;
