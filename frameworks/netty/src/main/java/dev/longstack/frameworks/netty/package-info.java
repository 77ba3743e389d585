/** A service on plain Netty. */
@NullMarked
package dev.longstack.frameworks.netty;

import org.jspecify.annotations.NullMarked;
