/** LMAX Disruptor: a ring that all requests publish to. */
@NullMarked
package dev.longstack.frameworks.disruptor;

import org.jspecify.annotations.NullMarked;
