/** What an automated analysis says of a recording: each rule with a score, what to do, and the evidence. */
@NullMarked
package dev.longstack.jmc.adapter.rule;

import org.jspecify.annotations.NullMarked;
