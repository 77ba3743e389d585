/** Queues that loops take work from. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.queues;

import org.jspecify.annotations.NullMarked;
