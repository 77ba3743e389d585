/** Files, channels and sockets. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.handles;

import org.jspecify.annotations.NullMarked;
