/** Checks of what a recording shows, one class each, and their findings. Depends on the model, its trees and names; no front end. */
@NullMarked
package dev.longstack.analysis.find;

import org.jspecify.annotations.NullMarked;
