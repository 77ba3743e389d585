/** For who watches or controls contexts: listeners, interceptors, segments. Built on the context API alone. */
@NullMarked
package dev.longstack.listen;

import org.jspecify.annotations.NullMarked;
