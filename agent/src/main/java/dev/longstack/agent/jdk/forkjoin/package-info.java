/** ForkJoinPool and its tasks. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.forkjoin;

import org.jspecify.annotations.NullMarked;
