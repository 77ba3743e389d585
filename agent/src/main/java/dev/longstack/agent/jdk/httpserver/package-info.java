/** The JDK's HTTP server. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.jdk.httpserver;

import org.jspecify.annotations.NullMarked;
