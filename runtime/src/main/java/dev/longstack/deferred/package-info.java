/** For libraries with callbacks of their own: wrappers, emitters, and ids for what keeps its callbacks itself. */
@NullMarked
package dev.longstack.deferred;

import org.jspecify.annotations.NullMarked;
