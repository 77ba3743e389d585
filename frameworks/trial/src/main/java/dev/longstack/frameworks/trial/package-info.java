/**
 * The trial: starts each service under the agent, puts load on it, and holds each step's recorded request against the id that
 * the step itself wrote. May use the analysis; knows the services by their list alone.
 */
@NullMarked
package dev.longstack.frameworks.trial;

import org.jspecify.annotations.NullMarked;
