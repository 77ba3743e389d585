/** Reads recordings; the only user of {@code jdk.jfr.consumer}. */
@NullMarked
package dev.longstack.analysis.read;

import org.jspecify.annotations.NullMarked;
