/** Micrometer. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.library.micrometer;

import org.jspecify.annotations.NullMarked;
