/** A gRPC server, and an HTTP front whose requests call it. */
@NullMarked
package dev.longstack.frameworks.grpc;

import org.jspecify.annotations.NullMarked;
