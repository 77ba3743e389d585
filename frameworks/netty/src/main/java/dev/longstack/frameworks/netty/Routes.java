package dev.longstack.frameworks.netty;

import dev.longstack.frameworks.Hops;
import dev.longstack.frameworks.Steps;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.EventExecutorGroup;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What the service answers; one a connection. */
final class Routes extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final int OF_FUTURES = 10;

    private final EventExecutorGroup workers;

    Routes(EventExecutorGroup workers) {
        this.workers = workers;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext channel, FullHttpRequest request) {
        String uri = request.uri();
        long id = Steps.id(uri);
        Steps.step(id, Steps.REQUEST);
        if (uri.startsWith("/hops")) {
            Hops.futures(id, workers, OF_FUTURES).thenRun(() -> hop(channel, id, Hops.HOPS - OF_FUTURES));
        } else if (uri.startsWith("/async")) {
            channel.executor()
                    .schedule(
                            () -> {
                                Steps.step(id, "delayed");
                                respond(channel, HttpResponseStatus.OK, "done");
                            },
                            1,
                            TimeUnit.MILLISECONDS);
        } else if (uri.startsWith("/fail")) {
            throw new IllegalStateException("asked to fail");
        } else {
            respond(channel, HttpResponseStatus.OK, uri.startsWith("/stock") ? "in stock" : "ok");
        }
    }

    /** From worker to worker, and at the end back to the connection's own thread. */
    private void hop(ChannelHandlerContext channel, long id, int left) {
        var next = left > 1 ? workers.next() : channel.executor();
        next.execute(() -> {
            Steps.step(id, "event executor");
            if (left > 1) {
                hop(channel, id, left - 1);
            } else {
                respond(channel, HttpResponseStatus.OK, "done");
            }
        });
    }

    private static void respond(ChannelHandlerContext channel, HttpResponseStatus status, String text) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
        response.headers()
                .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        channel.writeAndFlush(response);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext channel, Throwable cause) {
        respond(channel, HttpResponseStatus.INTERNAL_SERVER_ERROR, "failed");
    }
}
