package dev.longstack.frameworks.grpc;

import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** The one method of the service, by hand: no generated code is needed for a number. */
final class StoreCall {
    static final MethodDescriptor<Long, Long> METHOD = MethodDescriptor.<Long, Long>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(MethodDescriptor.generateFullMethodName("Store", "store"))
            .setRequestMarshaller(new Numbers())
            .setResponseMarshaller(new Numbers())
            .build();

    private StoreCall() {}

    private static final class Numbers implements MethodDescriptor.Marshaller<Long> {
        @Override
        public InputStream stream(Long value) {
            return new ByteArrayInputStream(
                    ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        }

        @Override
        public Long parse(InputStream stream) {
            try {
                return new DataInputStream(stream).readLong();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
