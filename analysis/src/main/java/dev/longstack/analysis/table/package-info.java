/** Primitive columns that grow, and an index of ids: the model's storage. Depends on nothing. */
@NullMarked
package dev.longstack.analysis.table;

import org.jspecify.annotations.NullMarked;
