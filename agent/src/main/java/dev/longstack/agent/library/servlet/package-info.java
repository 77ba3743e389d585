/** Servlets. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.library.servlet;

import org.jspecify.annotations.NullMarked;
