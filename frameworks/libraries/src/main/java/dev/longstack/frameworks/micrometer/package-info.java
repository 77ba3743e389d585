/** A pool that Micrometer measures. */
@NullMarked
package dev.longstack.frameworks.micrometer;

import org.jspecify.annotations.NullMarked;
