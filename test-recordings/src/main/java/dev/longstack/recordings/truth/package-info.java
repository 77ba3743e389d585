/** Random asynchronous programs that know for each of their steps what a recording must say of it. */
@NullMarked
package dev.longstack.recordings.truth;

import org.jspecify.annotations.NullMarked;
