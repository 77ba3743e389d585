package dev.longstack.stream;

import dev.longstack.stream.Meter.Chunk;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An output stream with a probe. */
final class OutputProbe extends FilterOutputStream {
    private final Meter meter;

    OutputProbe(Meter meter, OutputStream stream) {
        super(stream);
        this.meter = meter;
    }

    /** A byte alone is no chunk. */
    @Override
    public void write(int single) throws IOException {
        out.write(single);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Object begun = meter.begin();
        long start = begun == null ? 0 : System.nanoTime();
        try {
            out.write(bytes, offset, length);
        } finally {
            if (begun != null) {
                long inside = System.nanoTime() - start;
                meter.end(begun, new Chunk(length, Meter.UNKNOWN, Meter.UNKNOWN, inside, Meter.UNKNOWN));
            }
        }
    }
}
