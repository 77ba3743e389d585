/** RxJava 3 and 2: a chain for each request, and one stream for all. */
@NullMarked
package dev.longstack.frameworks.rxjava;

import org.jspecify.annotations.NullMarked;
