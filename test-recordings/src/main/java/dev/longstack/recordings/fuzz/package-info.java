/** Damaged recordings for tests of what reads them; knows the format by itself, and uses nothing of the product. */
@NullMarked
package dev.longstack.recordings.fuzz;

import org.jspecify.annotations.NullMarked;
