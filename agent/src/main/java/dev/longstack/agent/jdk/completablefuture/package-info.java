/** CompletableFuture. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.completablefuture;

import org.jspecify.annotations.NullMarked;
