/**
 * The public API: the current context, creating and running contexts, requests, values, hints. With no recording each call costs a branch. Under
 * the agent it acts on the same contexts as woven code, wherever the API itself was loaded from.
 */
@NullMarked
package dev.longstack.context;

import org.jspecify.annotations.NullMarked;
