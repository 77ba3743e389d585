/** Programs that went wrong once, for the tests of the whole product: what users have, in a few lines. */
@NullMarked
package dev.longstack.recordings.faults;

import org.jspecify.annotations.NullMarked;
