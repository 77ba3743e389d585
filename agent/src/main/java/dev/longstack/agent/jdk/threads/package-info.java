/** Platform threads. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.threads;

import org.jspecify.annotations.NullMarked;
