/** RxJava. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.library.rxjava;

import org.jspecify.annotations.NullMarked;
