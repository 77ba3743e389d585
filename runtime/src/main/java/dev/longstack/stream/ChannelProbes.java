package dev.longstack.stream;

import dev.longstack.stream.Meter.Chunk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Channels with a probe. */
final class ChannelProbes {
    private ChannelProbes() {}

    /** One that is read. */
    static final class Read implements ReadableByteChannel {
        private final ReadableByteChannel channel;
        private final Reading reading;

        Read(Meter meter, ReadableByteChannel channel) {
            this.channel = channel;
            this.reading = new Reading(meter);
        }

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            reading.wanted(false);
            int count = channel.read(buffer);
            reading.read(count);
            return count;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            reading.over();
            channel.close();
        }
    }

    /** One that is written. */
    static final class Written implements WritableByteChannel {
        private final Meter meter;
        private final WritableByteChannel channel;

        Written(Meter meter, WritableByteChannel channel) {
            this.meter = meter;
            this.channel = channel;
        }

        @Override
        public int write(ByteBuffer buffer) throws IOException {
            Object begun = meter.begin();
            if (begun == null) {
                return channel.write(buffer);
            }
            long start = System.nanoTime();
            int before = buffer.remaining();
            try {
                return channel.write(buffer);
            } finally {
                int left = buffer.remaining();
                long inside = System.nanoTime() - start;
                meter.end(begun, new Chunk(before - left, left, Meter.UNKNOWN, inside, Meter.UNKNOWN));
            }
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** One that is read and written. */
    record Both(ByteChannel channel, Read in, Written out) implements ByteChannel {
        @Override
        public int read(ByteBuffer buffer) throws IOException {
            return in.read(buffer);
        }

        @Override
        public int write(ByteBuffer buffer) throws IOException {
            return out.write(buffer);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
