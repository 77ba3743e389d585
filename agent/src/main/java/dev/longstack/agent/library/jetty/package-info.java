/** Jetty. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.library.jetty;

import org.jspecify.annotations.NullMarked;
