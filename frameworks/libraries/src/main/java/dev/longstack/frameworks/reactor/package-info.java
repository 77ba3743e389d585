/** Reactor: a chain for each request, and one stream for all. */
@NullMarked
package dev.longstack.frameworks.reactor;

import org.jspecify.annotations.NullMarked;
