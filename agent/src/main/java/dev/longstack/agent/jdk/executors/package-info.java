/** Thread pools and thread-per-task executors. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.executors;

import org.jspecify.annotations.NullMarked;
