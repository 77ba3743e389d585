package dev.longstack.analysis.read;

import dev.longstack.analysis.source.EventSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording chunk by chunk, so that a damaged one costs the others nothing. A file of one chunk is read in place, the
 * chunks of others through a temporary copy of each; what can't be read is told to the sink with its offset.
 */
public final class JfrReader {
    private final Path file;
    private final Chunks chunks;

    private JfrReader(Path file, Chunks chunks) {
        this.file = file;
        this.chunks = chunks;
    }

    /**
     * Looks at the file's structure.
     *
     * @throws RecordingException if there is nothing in it that could be read
     */
    public static JfrReader open(Path file) throws RecordingException {
        return new JfrReader(file, Chunks.of(file));
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
    private void each(Consumer<String> unreadable, Consumer<RecordedEvent> events) throws RecordingException {
        AtomicLong read = new AtomicLong();
        Consumer<RecordedEvent> counted = event -> {
            read.incrementAndGet();
            events.accept(event);
        };
        if (chunks.whole().size() == 1 && chunks.rest().isEmpty()) {
            readPart(file, 0, unreadable, counted);
        } else {
            for (Chunks.Span span : chunks.whole()) {
                readCopy(span, unreadable, counted);
            }
            if (!chunks.rest().isEmpty()) {
                unreadable.accept(chunks.rest());
            }
            if (chunks.unfinished() != null) {
                readCopy(chunks.unfinished(), ignored -> {}, counted);
            }
        }
        if (read.get() == 0 && chunks.whole().isEmpty()) {
            throw new RecordingException(file, 0, "has no chunk that could be read: " + chunks.rest());
        }
    }

    private void readCopy(Chunks.Span span, Consumer<String> unreadable, Consumer<RecordedEvent> events)
            throws RecordingException {
        Path copy = null;
        try {
            copy = Files.createTempFile("longstack", ".jfr");
            copyFinished(span, copy);
            readPart(copy, span.start(), unreadable, events);
        } catch (IOException e) {
            throw new RecordingException(file, span.start(), "can't be copied to be read (" + e + ")");
        } finally {
            deleteQuietly(copy);
        }
    }

    /** The copy's header says that the chunk is finished: the JDK would wait for its writer else, for ever. */
    private void copyFinished(Chunks.Span span, Path copy) throws IOException {
        long size = span.end() - span.start();
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            long copied = 0;
            while (copied < size) {
                copied += from.transferTo(span.start() + copied, size - copied, to);
            }
            to.write(ByteBuffer.allocate(1), Chunks.STATE_POSITION);
            to.write(ByteBuffer.allocate(Long.BYTES).putLong(0, size), Chunks.SIZE_POSITION);
        }
    }

    private static void deleteQuietly(@Nullable Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            // a temporary file stays: no answer depends on it
        }
    }

    private static void readPart(Path part, long offset, Consumer<String> unreadable, Consumer<RecordedEvent> events) {
        try (EventStream stream = EventStream.openFile(part)) {
            stream.setReuse(true);
            stream.setOrdered(false);
            Throwable[] failure = new Throwable[1];
            stream.onError(e -> failure[0] = e);
            stream.onEvent(events);
            stream.start();
            if (failure[0] != null) {
                unreadable.accept(sentence(offset, failure[0]));
            }
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError e) {
            // the JDK's parser fails in all these ways on damaged bytes
            unreadable.accept(sentence(offset, e));
        }
    }

    private static String sentence(long offset, Throwable e) {
        return "the chunk at offset " + offset + " could not be read to its end (" + e + ")";
    }
}
