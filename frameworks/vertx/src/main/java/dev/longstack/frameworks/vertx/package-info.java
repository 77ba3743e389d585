/** A service on plain Vert.x. */
@NullMarked
package dev.longstack.frameworks.vertx;

import org.jspecify.annotations.NullMarked;
