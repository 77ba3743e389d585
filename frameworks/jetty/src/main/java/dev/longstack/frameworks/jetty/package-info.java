/** A service on plain Jetty, as one servlet. */
@NullMarked
package dev.longstack.frameworks.jetty;

import org.jspecify.annotations.NullMarked;
