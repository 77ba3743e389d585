/** Pekko: actors that all requests send to. */
@NullMarked
package dev.longstack.frameworks.pekko;

import org.jspecify.annotations.NullMarked;
