/** Requests as rows that sort and filter. */
@NullMarked
package dev.longstack.jmc.adapter.table;

import org.jspecify.annotations.NullMarked;
