package dev.longstack.analysis.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Reads one chunk after the other: each is walked, then read by the JDK, then what came is held against what it holds. */
final class ChunkReader implements AutoCloseable {
    private final Consumer<String> unreadable;
    private final Consumer<RecordedEvent> events;
    private final ChunkCopy copy = new ChunkCopy();
    private long read;

    ChunkReader(Consumer<String> unreadable, Consumer<RecordedEvent> events) {
        this.unreadable = unreadable;
        this.events = events;
    }

    /** How many events came of all chunks. */
    long read() {
        return read;
    }

    /** Hands the events of the chunks to the consumer, and says what of them can't be read. */
    void read(FileChannel channel, Path file, List<Chunks.Chunk> chunks) {
        CompletableFuture<Walked> next = walk(channel, chunks.get(0));
        for (int n = 0; n < chunks.size(); n++) {
            CompletableFuture<Walked> walked = next;
            if (n + 1 < chunks.size()) {
                // while the JDK reads one chunk the next is walked
                next = walk(channel, chunks.get(n + 1));
            }
            read(channel, file, chunks.get(n), walked);
        }
    }

    private static CompletableFuture<Walked> walk(FileChannel channel, Chunks.Chunk chunk) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ChunkWalk.over(new Window(channel, chunk.start(), chunk.end()), chunk);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void read(FileChannel channel, Path file, Chunks.Chunk chunk, CompletableFuture<Walked> walk) {
        try {
            Walked walked = walk.join();
            walked.faults().forEach(unreadable);
            if (walked.isReadable()) {
                boolean inPlace = walked.patches().isEmpty() && chunk.length() == channel.size();
                read(inPlace ? file : copy.of(channel, chunk, walked), chunk, walked);
            }
        } catch (IOException | CompletionException e) {
            unreadable.accept(chunk.name() + " could not be read (" + e + ")");
        }
    }

    private void read(Path part, Chunks.Chunk chunk, Walked walked) {
        Tally tally = new Tally(events);
        Throwable failure = stream(part, tally);
        read += tally.count();
        List<String> missing = tally.missing(walked.held());
        if (!missing.isEmpty()) {
            String reason = reason(failure == null ? failureOfJdk(part) : failure);
            missing.forEach(each -> unreadable.accept(chunk.name() + " " + each + reason));
        }
    }

    private static String reason(@Nullable Throwable failure) {
        return failure == null ? "" : " (" + failure + ")";
    }

    /** What went wrong, if the stream lets anybody know. */
    private static @Nullable Throwable stream(Path part, Tally tally) {
        Throwable[] failure = new Throwable[1];
        try (EventStream stream = EventStream.openFile(part)) {
            stream.setReuse(true);
            stream.setOrdered(false);
            stream.onError(e -> failure[0] = e);
            stream.onEvent(tally);
            stream.start();
            return failure[0];
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            // the JDK's parser fails in all these ways on damaged bytes
            return e;
        }
    }

    /** A stream keeps to itself why it ended early; this way of reading does not. */
    private static @Nullable Throwable failureOfJdk(Path part) {
        try (RecordingFile file = new RecordingFile(part)) {
            while (file.hasMoreEvents()) {
                file.readEvent();
            }
            return null;
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            return e;
        }
    }

    @Override
    public void close() {
        copy.close();
    }
}
