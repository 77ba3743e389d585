package dev.longstack.stream;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ByteChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/**
 * Puts a probe around a stream: use what comes back in its place. A probe changes nothing of what the stream does. The bytes of an
 * element are known if it is a byte array, a ByteBuffer, or a list of such; else they are unknown (-1).
 *
 * <pre>{@code
 * BlockingQueue<String> orders = Probes.queue("orders", new ArrayBlockingQueue<>(10));
 * orders.put("order 4711");
 * System.out.println("took " + orders.take());
 * }</pre>
 */
public final class Probes {
    private Probes() {}

    /** For each item, how long its subscribers take, and how long it takes the publisher to serve a request. */
    public static <T> Flow.Publisher<T> publisher(String name, Flow.Publisher<T> publisher) {
        Meter meter = new Meter(name);
        return new FlowProbes.Probed<>(publisher, subscriber -> new FlowProbes.Out<>(meter, subscriber, Held.UNKNOWN));
    }

    /** The same; what its slowest subscriber has not taken yet is what backpressure holds. */
    public static <T> Flow.Publisher<T> submissionPublisher(String name, SubmissionPublisher<T> publisher) {
        Meter meter = new Meter(name);
        Held held = Held.of(publisher);
        return new FlowProbes.Probed<>(publisher, subscriber -> new FlowProbes.Out<>(meter, subscriber, held));
    }

    /** For each item, how long this subscriber takes. */
    public static <T> Flow.Subscriber<T> subscriber(String name, Flow.Subscriber<? super T> subscriber) {
        return new FlowProbes.Out<>(new Meter(name), subscriber, Held.UNKNOWN);
    }

    /** Both sides of it, as one stream; what it holds is known if it is a SubmissionPublisher. */
    public static <T, R> Flow.Processor<T, R> processor(String name, Flow.Processor<T, R> processor) {
        Meter meter = new Meter(name);
        Held held = processor instanceof SubmissionPublisher<?> publisher ? Held.of(publisher) : Held.UNKNOWN;
        return new FlowProbes.Both<>(
                new FlowProbes.Out<>(meter, processor, held),
                new FlowProbes.Probed<>(processor, subscriber -> new FlowProbes.Out<>(meter, subscriber, held)));
    }

    /** For what stands between two places of a stream and passes every element on. */
    public static <T> BetweenProbe<T> between(String name) {
        return new BetweenProbe<>(new Meter(name));
    }

    /** For each chunk that is read, how long the read took, and how long the reader took until it wanted more. */
    public static InputStream inputStream(String name, InputStream stream) {
        return new InputProbe(new Meter(name), stream);
    }

    /** For each chunk that is written, how long the write took. */
    public static OutputStream outputStream(String name, OutputStream stream) {
        return new OutputProbe(new Meter(name), stream);
    }

    /** As {@link #inputStream}. */
    public static ReadableByteChannel readable(String name, ReadableByteChannel channel) {
        return new ChannelProbes.Read(new Meter(name), channel);
    }

    /** For each write, how long it took, and what the channel would not take. */
    public static WritableByteChannel writable(String name, WritableByteChannel channel) {
        return new ChannelProbes.Written(new Meter(name), channel);
    }

    /** Both, as one stream. */
    public static ByteChannel channel(String name, ByteChannel channel) {
        Meter meter = new Meter(name);
        return new ChannelProbes.Both(
                channel, new ChannelProbes.Read(meter, channel), new ChannelProbes.Written(meter, channel));
    }

    /** For each element that is put or taken, how long that was blocked, what the queue holds, and what it has room for. */
    public static <E> BlockingQueue<E> queue(String name, BlockingQueue<E> queue) {
        return new QueueProbe<>(new Meter(name), queue);
    }
}
