/** From Mission Control's items to the model. */
@NullMarked
package dev.longstack.jmc.adapter.items;

import org.jspecify.annotations.NullMarked;
