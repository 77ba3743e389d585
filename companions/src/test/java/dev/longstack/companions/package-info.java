/**
 * Tests of the whole product beside others, in child JVMs: servers of HTTP, Spring Boot, the OpenTelemetry agent. The children
 * know nothing of Longstack; what they wrote of their steps is held against what the recording says.
 */
@NullMarked
package dev.longstack.companions;

import org.jspecify.annotations.NullMarked;
