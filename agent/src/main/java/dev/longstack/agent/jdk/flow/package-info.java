/** SubmissionPublisher. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.flow;

import org.jspecify.annotations.NullMarked;
