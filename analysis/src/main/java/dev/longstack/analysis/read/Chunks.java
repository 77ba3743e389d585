package dev.longstack.analysis.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a file, found by their headers, before anything is parsed: magic, version, and the size that leads to the next.
 *
 * @param whole from where to where each whole chunk reaches, in order
 * @param unfinished a last chunk that the JVM was still writing, as far as it had flushed it, or what is there of it; null if
 *     the file ends with a whole chunk
 * @param rest what is wrong with what follows the last whole chunk, as a sentence; empty if nothing
 */
record Chunks(List<Span> whole, @Nullable Span unfinished, String rest) {
    /** Where a header says whether the chunk is finished: 0 if it is. */
    static final int STATE_POSITION = 64;

    static final int SIZE_POSITION = 8;

    private static final int HEADER_SIZE = 68;
    private static final int MAGIC = 0x464C5200;

    /** Bytes of a file, the end excluded. */
    record Span(long start, long end) {}

    static Chunks of(Path file) throws RecordingException {
        if (Files.isDirectory(file)) {
            throw new RecordingException(file, 0, "is a folder; expected a recording (.jfr)");
        }
        if (!Files.exists(file)) {
            throw new RecordingException(file, 0, "does not exist");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return scan(file, channel);
        } catch (IOException e) {
            throw new RecordingException(file, 0, "can't be read (" + e + "); check its permissions");
        }
    }

    private static Chunks scan(Path file, FileChannel channel) throws IOException, RecordingException {
        long size = channel.size();
        if (size == 0) {
            throw new RecordingException(file, 0, "is empty; the recording was never dumped");
        }
        List<Span> whole = new ArrayList<>();
        long at = 0;
        while (at < size) {
            ByteBuffer header = ByteBuffer.allocate(HEADER_SIZE);
            int read = channel.read(header, at);
            if (read < HEADER_SIZE || header.getInt(0) != MAGIC) {
                return end(
                        file,
                        whole,
                        at,
                        at == 0 && (read < 4 || header.getInt(0) != MAGIC)
                                ? "is no JDK Flight Recorder file: it does not begin with 'FLR'"
                                : "the next chunk's header is cut off or damaged");
            }
            long length = header.getLong(SIZE_POSITION);
            boolean fits = length >= HEADER_SIZE && length <= size - at;
            if (header.get(STATE_POSITION) != 0 || !fits) {
                String what = "at offset " + at + " the last chunk is not whole (" + (size - at)
                        + " bytes are there); the JVM was still writing it, or the file was cut";
                return new Chunks(whole, new Span(at, fits ? at + length : size), what);
            }
            whole.add(new Span(at, at + length));
            at += length;
        }
        return new Chunks(whole, null, "");
    }

    private static Chunks end(Path file, List<Span> whole, long at, String what) throws RecordingException {
        if (whole.isEmpty() && what.startsWith("is no")) {
            throw new RecordingException(file, at, what);
        }
        return new Chunks(whole, null, "at offset " + at + " " + what);
    }
}
