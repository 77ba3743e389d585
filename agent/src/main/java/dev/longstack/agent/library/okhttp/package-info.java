/** OkHttp. One family; written with weave; never calls another family. */
@NullMarked
package dev.longstack.agent.library.okhttp;

import org.jspecify.annotations.NullMarked;
