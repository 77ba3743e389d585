/** What an application may rely on, tried: the same with the agent as without it. */
@NullMarked
package dev.longstack.recordings.behaviour;

import org.jspecify.annotations.NullMarked;
