/** Guava: listenable futures for each request, and one sequential executor for all. */
@NullMarked
package dev.longstack.frameworks.guava;

import org.jspecify.annotations.NullMarked;
