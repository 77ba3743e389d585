/** java.util.Timer. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.timer;

import org.jspecify.annotations.NullMarked;
