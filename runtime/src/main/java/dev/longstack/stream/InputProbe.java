package dev.longstack.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An input stream with a probe. */
final class InputProbe extends FilterInputStream {
    private final Reading reading;

    InputProbe(Meter meter, InputStream stream) {
        super(stream);
        this.reading = new Reading(meter);
    }

    @Override
    public int read() throws IOException {
        reading.wanted(true);
        int read = in.read();
        reading.read(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        reading.wanted(false);
        int count = in.read(bytes, offset, length);
        reading.read(count);
        return count;
    }

    @Override
    public void close() throws IOException {
        reading.over();
        super.close();
    }
}
