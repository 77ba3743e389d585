package dev.longstack.analysis.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A temporary file for one chunk after the other, made when first needed; it is gone when this is closed or the JVM ends. */
final class ChunkCopy implements AutoCloseable {
    private @Nullable Path file;

    /** The first bytes of the chunk, patched; the copy is good until the next one. */
    Path of(FileChannel from, Chunks.Chunk chunk, Walked walked) throws IOException {
        Path copy = file();
        // not created anew: the JVM may be ending, and would leave it behind
        try (FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            copy(from, chunk.start(), walked.end(), to);
            patch(to, walked.patches(), walked.end());
        }
        return copy;
    }

    private Path file() throws IOException {
        if (file == null) {
            file = Files.createTempFile("longstack", ".jfr");
            file.toFile().deleteOnExit();
        }
        return file;
    }

    private static void copy(FileChannel from, long start, long size, FileChannel to) throws IOException {
        long copied = 0;
        while (copied < size) {
            long more = from.transferTo(start + copied, size - copied, to);
            if (more <= 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            copied += more;
        }
    }

    private static void patch(FileChannel to, List<Patch> patches, long end) throws IOException {
        for (Patch patch : patches) {
            if (patch.position() + patch.bytes().length <= end) {
                to.write(ByteBuffer.wrap(patch.bytes()), patch.position());
            }
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // it goes with the JVM then
        }
    }
}
