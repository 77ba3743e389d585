package dev.longstack.analysis.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** The first bytes of a chunk, which may lie. Offsets are from the chunk's begin on. */
record ChunkHeader(ByteBuffer bytes) {
    static final int LENGTH = 68;
    /** Magic and version, where they were damaged. */
    static final byte[] BEGIN = {'F', 'L', 'R', 0, 0, 2, 0, 1};

    private static final int MAGIC = 0x464C5200;

    static final int MAGIC_POSITION = 0;
    private static final int VERSION_POSITION = 4;
    static final int SIZE_POSITION = 8;
    static final int CONSTANTS_POSITION = 16;
    static final int METADATA_POSITION = 24;
    static final int STATE_POSITION = 64;

    private static final int START_POSITION = 32;
    private static final int DURATION_POSITION = 40;
    private static final int TICKS_POSITION = 48;
    private static final int FREQUENCY_POSITION = 56;

    /** Null where so many bytes are not there. */
    static @Nullable ChunkHeader at(FileChannel channel, long offset) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
        while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) > 0) {
            // until it is full or the file ends
        }
        return bytes.hasRemaining() ? null : new ChunkHeader(bytes.flip());
    }

    boolean hasMagic() {
        return bytes.getInt(MAGIC_POSITION) == MAGIC;
    }

    /** Whether it is of a version that this JDK, and we, can read. */
    boolean hasKnownVersion() {
        return bytes.getShort(VERSION_POSITION) == 1 || bytes.getShort(VERSION_POSITION) == 2;
    }

    String version() {
        return bytes.getShort(VERSION_POSITION) + "." + bytes.getShort(VERSION_POSITION + Short.BYTES);
    }

    long size() {
        return bytes.getLong(SIZE_POSITION);
    }

    /** Where the last of its checkpoints begins, which hold its constants. */
    long constants() {
        return bytes.getLong(CONSTANTS_POSITION);
    }

    long metadata() {
        return bytes.getLong(METADATA_POSITION);
    }

    long startNanos() {
        return bytes.getLong(START_POSITION);
    }

    /** Of one that is finished. */
    long endNanos() {
        return startNanos() + bytes.getLong(DURATION_POSITION);
    }

    boolean isFinished() {
        return bytes.get(STATE_POSITION) == 0;
    }

    /** Whether both are of one chunk: while the JVM writes it, it puts copies of its header among the records. */
    boolean isCopyOf(ChunkHeader other) {
        return startNanos() == other.startNanos()
                && bytes.getLong(TICKS_POSITION) == other.bytes.getLong(TICKS_POSITION);
    }

    /** Whether its clock can be one. */
    boolean hasClock() {
        return startNanos() > 0 && bytes.getLong(FREQUENCY_POSITION) > 0;
    }
}
