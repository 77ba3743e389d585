/** Scenarios: small programs that are recorded under the agent, each a story about one kind of asynchronous work. */
@NullMarked
package dev.longstack.recordings;

import org.jspecify.annotations.NullMarked;
