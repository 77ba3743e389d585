package dev.longstack.analysis.read;

import dev.longstack.analysis.source.EventSink;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording chunk by chunk, so that a damaged one costs the others nothing. A sound file of one chunk is read in place,
 * other chunks through a temporary copy of each; what can't be read is told to the sink with its offset.
 */
public final class JfrReader {
    private final Path path;
    private final List<Chunks> files;
    private final List<String> unreadable;

    private JfrReader(Path path, List<Chunks> files, List<String> unreadable) {
        this.path = path;
        this.files = files;
        this.unreadable = unreadable;
    }

    /**
     * Looks at the structure of a file, or of all recordings in a folder: rotated files, or what a JVM keeps while it records.
     *
     * @throws RecordingException if there is nothing in it that could be read
     */
    public static JfrReader open(Path path) throws RecordingException {
        if (!Files.isDirectory(path)) {
            return new JfrReader(path, List.of(Chunks.of(path, "")), List.of());
        }
        List<Chunks> files = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path file : Folder.recordings(path)) {
            try {
                files.add(Chunks.of(file, "'" + path.relativize(file) + "': "));
            } catch (RecordingException e) {
                unreadable.add(e.getMessage());
            }
        }
        if (files.isEmpty()) {
            throw new RecordingException(path, 0, "is a folder without a recording (.jfr)");
        }
        return new JfrReader(path, files, unreadable);
    }

    /**
     * Hands all events to the sink.
     *
     * @param pick picks an event of any type besides; null for none
     * @param progress told the number of events so far, now and then
     * @throws RecordingException if nothing could be read
     */
    public void read(EventSink sink, @Nullable EventPick pick, LongConsumer progress) throws RecordingException {
        EventDispatch dispatch = new EventDispatch(sink, pick);
        AtomicLong count = new AtomicLong();
        each(sink::unreadable, event -> {
            dispatch.accept(event);
            if (count.incrementAndGet() % 100_000 == 0) {
                progress.accept(count.get());
            }
        });
    }

    /** Hands each event to the consumer, which must not keep it; what can't be read is told as a sentence. */
    private void each(Consumer<String> sink, Consumer<RecordedEvent> events) throws RecordingException {
        List<String> told = new ArrayList<>();
        try (ChunkReader reader = new ChunkReader(told::add, events)) {
            told.addAll(unreadable);
            Set<ChunkHeader> seen = new HashSet<>();
            for (Chunks file : files) {
                told.addAll(file.rest());
                read(reader, file, seen, told);
            }
            if (reader.read() == 0 && !told.isEmpty()) {
                throw new RecordingException(path, 0, "nothing could be read: " + told.get(0));
            }
        }
        told.forEach(sink);
    }

    private static void read(ChunkReader reader, Chunks file, Set<ChunkHeader> seen, List<String> told) {
        // files of one JVM may hold the same chunks
        List<Chunks.Chunk> chunks = file.chunks().stream()
                .filter(each -> seen.add(each.header()))
                .sorted(Comparator.comparingLong(each -> each.header().startNanos()))
                .toList();
        told.addAll(Gaps.between(chunks));
        if (chunks.isEmpty()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.READ)) {
            reader.read(channel, file.file(), chunks);
        } catch (IOException e) {
            told.add("'" + file.file() + "' can't be read any more (" + e + ")");
        }
    }
}
