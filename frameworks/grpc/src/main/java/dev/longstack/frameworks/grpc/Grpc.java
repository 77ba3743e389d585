package dev.longstack.frameworks.grpc;

import dev.longstack.frameworks.Element;
import dev.longstack.frameworks.Front;
import dev.longstack.frameworks.Steps;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves on the port of the first argument, 0 for any. The channel is made by the first request that needs it. */
public final class Grpc {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(8);

    private Grpc() {}

    public static void main(String[] args) throws IOException {
        Server server = NettyServerBuilder.forPort(0)
                .addService(ServerServiceDefinition.builder("Store")
                        .addMethod(StoreCall.METHOD, ServerCalls.asyncUnaryCall(Grpc::store))
                        .build())
                .build()
                .start();
        Channel channel = new Channel(server.getPort());
        Front.serve(args, id -> call(channel, id));
    }

    private static void store(Long id, StreamObserver<Long> answer) {
        Steps.step(-id, Steps.REQUEST);
        POOL.execute(() -> {
            Steps.step(-id, "stored");
            answer.onNext(id);
            answer.onCompleted();
        });
    }

    private static CompletableFuture<String> call(Channel channel, long id) {
        Element element = Element.of(id);
        ClientCalls.asyncUnaryCall(
                channel.get().newCall(StoreCall.METHOD, CallOptions.DEFAULT), id, new Answer(element));
        return element.done();
    }

    private record Answer(Element element) implements StreamObserver<Long> {
        @Override
        public void onNext(Long id) {
            element.handOn(POOL);
        }

        @Override
        public void onError(Throwable failure) {
            element.done().completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {}
    }

    private static final class Channel {
        private final int port;
        private @Nullable ManagedChannel made;

        Channel(int port) {
            this.port = port;
        }

        synchronized ManagedChannel get() {
            ManagedChannel channel = made;
            if (channel == null) {
                channel = NettyChannelBuilder.forAddress("localhost", port)
                        .usePlaintext()
                        .build();
                made = channel;
            }
            return channel;
        }
    }
}
