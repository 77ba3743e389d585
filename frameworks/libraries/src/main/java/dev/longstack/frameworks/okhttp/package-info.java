/** OkHttp: calls to a backend in the same JVM. */
@NullMarked
package dev.longstack.frameworks.okhttp;

import org.jspecify.annotations.NullMarked;
