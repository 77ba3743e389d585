/** Stress tests of the recording side, in its package to reach what is not public. */
package dev.longstack.record;
