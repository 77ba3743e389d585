/** FutureTask. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.futures;

import org.jspecify.annotations.NullMarked;
