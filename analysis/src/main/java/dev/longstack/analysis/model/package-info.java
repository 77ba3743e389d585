/** What a recording says, frozen: contexts, invocations, stacks and the links between them. Depends on the columns. */
@NullMarked
package dev.longstack.analysis.model;

import org.jspecify.annotations.NullMarked;
