/** Executors of libraries and applications that start a thread for each task. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.library.threadpertask;

import org.jspecify.annotations.NullMarked;
