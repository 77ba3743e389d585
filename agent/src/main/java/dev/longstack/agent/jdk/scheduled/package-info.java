/** Scheduled thread pools. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.scheduled;

import org.jspecify.annotations.NullMarked;
