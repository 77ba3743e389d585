/** Requests and the trees of their steps. */
@NullMarked
package dev.longstack.analysis.tree;

import org.jspecify.annotations.NullMarked;
