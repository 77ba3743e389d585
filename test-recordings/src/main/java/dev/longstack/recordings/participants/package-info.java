/** Programs that take part: they use the runtime's API, with the agent and without. Each prints the rules that it finds kept. */
@NullMarked
package dev.longstack.recordings.participants;

import org.jspecify.annotations.NullMarked;
