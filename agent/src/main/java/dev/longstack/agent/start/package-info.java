/** Starts the agent: parses its options, installs the transformer, weaves what is loaded. Knows all families, by one list. */
@NullMarked
package dev.longstack.agent.start;

import org.jspecify.annotations.NullMarked;
