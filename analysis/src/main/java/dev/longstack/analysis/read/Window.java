package dev.longstack.analysis.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A part of a file, seen through a window that moves over it; positions are from the part's begin on. It reads rather than maps:
 * a mapped file that shrinks takes the JVM down.
 */
final class Window {
    private static final int LENGTH = 1 << 20;

    private final FileChannel channel;
    private final long start;
    private final long length;
    private byte[] bytes = new byte[LENGTH];
    private long from;
    private int filled;

    Window(FileChannel channel, long start, long end) {
        this.channel = channel;
        this.start = start;
        this.length = end - start;
    }

    /** How many bytes the part has. */
    long length() {
        return length;
    }

    /** Puts the cursor over the bytes from the position on: so many, or fewer where the file ends. */
    Cursor show(Cursor cursor, long position, int count) throws IOException {
        if (position < from || position + count > from + filled) {
            fill(position, count);
        }
        int index = (int) (position - from);
        return cursor.over(bytes, index, Math.min(index + count, filled));
    }

    private void fill(long position, int count) throws IOException {
        from = position;
        filled = 0;
        if (count > bytes.length) {
            bytes = new byte[count];
        }
        long most = Math.min(bytes.length, Math.max(0, length - position));
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, (int) most);
        while (buffer.hasRemaining() && channel.read(buffer, start + position + buffer.position()) > 0) {
            // until it is full or the file ends
        }
        filled = buffer.position();
    }
}
