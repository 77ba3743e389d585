/** Apache HttpClient 5, asynchronous: calls to a backend in the same JVM. */
@NullMarked
package dev.longstack.frameworks.httpclient5;

import org.jspecify.annotations.NullMarked;
