/** Stress tests of propagation, in its package to reach what is not public. */
package dev.longstack.propagate.carriers;
