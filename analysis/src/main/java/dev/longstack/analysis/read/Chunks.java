package dev.longstack.analysis.read;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a file, found by their headers, before any record is looked at.
 *
 * @param chunks in order
 * @param rest what lies between them, as sentences
 */
record Chunks(Path file, List<Chunk> chunks, List<String> rest) {
    /**
     * A chunk: its header, which may lie, and where it begins and ends in the file.
     *
     * @param name what a sentence begins with
     */
    record Chunk(ChunkHeader header, long start, long end, String name) {
        long length() {
            return end - start;
        }

        /** Where its records may end before its end: there a next chunk should begin. {@link #length} for nowhere. */
        long claimedLength() {
            return header.isFinished() ? header.size() : length();
        }
    }

    /**
     * @param label what sentences call the file by; empty for the only one
     * @throws RecordingException if it is no file, or no recording
     */
    static Chunks of(Path file, String label) throws RecordingException {
        if (!Files.exists(file)) {
            throw new RecordingException(file, 0, "does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw new RecordingException(
                    file, 0, "is no file but a pipe or a device; copy the recording to a file first");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() == 0) {
                throw new RecordingException(file, 0, "is empty; the recording was never dumped");
            }
            Scan scan = new Scan(channel, label);
            scan.scan();
            if (scan.chunks.isEmpty()) {
                throw new RecordingException(file, 0, "is no JDK Flight Recorder file: it does not begin with 'FLR'");
            }
            return new Chunks(file, scan.chunks, scan.rest);
        } catch (IOException e) {
            throw new RecordingException(file, 0, "can't be read (" + e + "); check its permissions");
        }
    }

    private static final class Scan {
        private static final int STEP = 1 << 20;

        private final FileChannel channel;
        private final String label;
        private final long size;
        private final List<Chunk> chunks = new ArrayList<>();
        private final List<String> rest = new ArrayList<>();

        Scan(FileChannel channel, String label) throws IOException {
            this.channel = channel;
            this.label = label;
            this.size = channel.size();
        }

        void scan() throws IOException {
            long at = 0;
            while (at < size) {
                ChunkHeader header = ChunkHeader.at(channel, at);
                at = header == null || !header.hasMagic() ? addUnmarked(at, header) : add(at, header);
            }
        }

        private long add(long at, ChunkHeader header) throws IOException {
            long length = header.size();
            boolean fits = header.isFinished() && length >= ChunkHeader.LENGTH && length <= size - at;
            long end = fits && isBoundary(at + length) ? at + length : next(at + 1, header);
            if (fits && at + length < end) {
                ChunkHeader second = ChunkHeader.at(channel, at + length);
                if (second != null && second.hasKnownVersion() && second.size() == end - at - length) {
                    // the next one has but a damaged magic
                    end = at + length;
                }
            }
            chunks.add(chunk(header, at, end));
            return end;
        }

        /** Bytes without the magic: a chunk that has lost it, or nothing. */
        private long addUnmarked(long at, @Nullable ChunkHeader header) throws IOException {
            long end = next(at + 1, header);
            if (header != null && header.hasKnownVersion() && header.size() == end - at) {
                chunks.add(chunk(header, at, end));
            } else {
                rest.add(label + (end - at) + " bytes from offset " + at + " on belong to no chunk");
            }
            return end;
        }

        private Chunk chunk(ChunkHeader header, long start, long end) {
            return new Chunk(header, start, end, label + "the chunk at offset " + start);
        }

        private boolean isBoundary(long at) throws IOException {
            if (at == size) {
                return true;
            }
            ChunkHeader header = ChunkHeader.at(channel, at);
            return header != null && header.hasMagic();
        }

        /** Whether another chunk begins there: one that is whole, or that the JVM was writing. */
        private boolean isNext(long at, @Nullable ChunkHeader before) throws IOException {
            ChunkHeader header = ChunkHeader.at(channel, at);
            return header != null
                    && header.hasKnownVersion()
                    && (before == null || !header.isCopyOf(before))
                    && (!header.isFinished() || header.size() > size - at || isBoundary(at + header.size()));
        }

        /** Where the next header is, from the position on; the file's end for none. */
        private long next(long from, @Nullable ChunkHeader before) throws IOException {
            Window window = new Window(channel, 0, size);
            Cursor cursor = new Cursor();
            for (long at = from; at < size; at += STEP) {
                // headers may begin in one step and end in the next
                window.show(cursor, at, STEP + 3);
                for (int n = 0; n < STEP && cursor.left() > 3; n++) {
                    if (cursor.next() == 'F' && cursor.isNext('L', 'R', 0) && isNext(at + n, before)) {
                        return at + n;
                    }
                }
            }
            return size;
        }
    }
}
