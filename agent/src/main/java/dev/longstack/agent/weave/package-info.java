/**
 * Weaves the JDK's executors, futures and threads, and the entry points of requests, by ASM. One class a woven family; each
 * names the methods it changes, and fails as a whole where one of them is not as expected: that class then stays as it was.
 */
@NullMarked
package dev.longstack.agent.weave;

import org.jspecify.annotations.NullMarked;
