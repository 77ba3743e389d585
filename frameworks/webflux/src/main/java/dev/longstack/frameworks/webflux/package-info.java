/** A service on Spring WebFlux and Netty. */
@NullMarked
package dev.longstack.frameworks.webflux;

import org.jspecify.annotations.NullMarked;
