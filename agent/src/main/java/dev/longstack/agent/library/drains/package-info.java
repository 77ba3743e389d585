/** Loops of libraries that work on elements of many submitters. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.library.drains;

import org.jspecify.annotations.NullMarked;
