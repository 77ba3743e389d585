/** Undertow. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.library.undertow;

import org.jspecify.annotations.NullMarked;
