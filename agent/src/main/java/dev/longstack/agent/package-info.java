/**
 * Starts the agent: what the application's class path shows of it. Touches nothing of {@code java.util.concurrent} that is to
 * be woven, no logging, no {@code java.nio.file}, and links to the boot part by name only.
 */
@NullMarked
package dev.longstack.agent;

import org.jspecify.annotations.NullMarked;
