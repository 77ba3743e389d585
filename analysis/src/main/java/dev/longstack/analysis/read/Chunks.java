package dev.longstack.analysis.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The chunks of a file, found by their headers, before anything is parsed: magic, version, and the size that leads to the next.
 *
 * @param whole from where to where each whole chunk reaches, in order
 * @param rest what follows the last whole chunk, as a sentence; empty if nothing
 */
record Chunks(List<Span> whole, String rest) {
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
            long length = header.getLong(8);
            if (length < HEADER_SIZE || length > size - at) {
                return end(file, whole, at, "the chunk is not whole (" + (size - at) + " bytes are there)");
            }
            whole.add(new Span(at, at + length));
            at += length;
        }
        return new Chunks(whole, "");
    }

    private static Chunks end(Path file, List<Span> whole, long at, String what) throws RecordingException {
        if (whole.isEmpty() && what.startsWith("is no")) {
            throw new RecordingException(file, at, what);
        }
        return new Chunks(whole, "at offset " + at + " " + what);
    }
}
