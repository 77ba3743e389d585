/** StructuredTaskScope. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.structured;

import org.jspecify.annotations.NullMarked;
