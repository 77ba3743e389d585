/** Tomcat. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.library.tomcat;

import org.jspecify.annotations.NullMarked;
