/** Mission Control's own forms of quantities. */
@NullMarked
package dev.longstack.jmc.adapter.units;

import org.jspecify.annotations.NullMarked;
