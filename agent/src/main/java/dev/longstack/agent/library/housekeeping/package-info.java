/** What pools, caches, drivers and telemetry do for themselves. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.library.housekeeping;

import org.jspecify.annotations.NullMarked;
