package dev.longstack.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // scopes are closed, not used
class ProbesTest {
    @TempDir
    private Path folder;

    private final Recording recording = new Recording();

    @BeforeEach
    void record() {
        recording.start();
    }

    @AfterEach
    void over() {
        recording.close();
    }

    private List<RecordedEvent> chunks() throws IOException {
        recording.stop();
        Path file = folder.resolve("chunks.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("longstack.StreamBuffer"))
                .toList();
    }

    private static List<Long> of(List<RecordedEvent> chunks, String field) {
        return chunks.stream().map(each -> each.getLong(field)).toList();
    }

    @Test
    void eachReadIsAChunkOfTheContextThatReads() throws IOException {
        AsyncContext request = AsyncContext.request("GET /upload");
        try (Scope scope = request.beginRun();
                InputStream in = Probes.inputStream("upload", new ByteArrayInputStream(new byte[10]))) {
            assertThat(in.read(new byte[4])).isEqualTo(4);
            assertThat(in.read(new byte[4])).isEqualTo(4);
            assertThat(in.read()).isZero();
            assertThat(in.read()).isZero();
            assertThat(in.read()).isEqualTo(-1);
        }
        List<RecordedEvent> chunks = chunks();
        assertThat(of(chunks, "chunkSize")).as("single bytes are gathered").containsExactly(4L, 6L);
        assertThat(of(chunks, "contextId")).containsOnly(request.id());
        assertThat(chunks.get(0).getString("stream")).isEqualTo("upload");
        assertThat(of(chunks, "streamId").stream().distinct()).hasSize(1);
    }

    @Test
    void eachWriteIsAChunkAndWhatAChannelWouldNotTakeIsHeld() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = Probes.outputStream("download", bytes)) {
            out.write(new byte[5]);
            out.write(1);
        }
        WritableByteChannel slow = new WritableByteChannel() {
            @Override
            public int write(ByteBuffer buffer) {
                buffer.position(buffer.position() + 3);
                return 3;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
        try (WritableByteChannel probed = Probes.writable("slow", slow)) {
            assertThat(probed.write(ByteBuffer.allocate(10))).isEqualTo(3);
        }
        assertThat(Probes.readable("in", Channels.newChannel(new ByteArrayInputStream(new byte[2])))
                        .read(ByteBuffer.allocate(9)))
                .isEqualTo(2);
        assertThat(bytes.size()).isEqualTo(6);
        List<RecordedEvent> chunks = chunks();
        assertThat(of(chunks, "chunkSize")).containsExactly(5L, 3L);
        assertThat(of(chunks, "heldSize")).containsExactly(-1L, 7L);
    }

    @Test
    void aQueueTellsWhatItHoldsAndHasRoomFor() throws Exception {
        BlockingQueue<byte[]> queue = Probes.queue("orders", new ArrayBlockingQueue<>(3));
        queue.put(new byte[1]);
        assertThat(queue.offer(new byte[2])).isTrue();
        assertThat(queue.offer(new byte[3], 1, TimeUnit.SECONDS)).isTrue();
        assertThat(queue.offer(new byte[4])).isFalse();
        assertThat(queue.take()).hasSize(1);
        assertThat(queue.poll()).hasSize(2);
        assertThat(queue.poll(1, TimeUnit.SECONDS)).hasSize(3);
        assertThat(queue.poll()).isNull();
        List<RecordedEvent> chunks = chunks();
        assertThat(of(chunks, "chunkSize")).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
        assertThat(of(chunks, "heldElements")).containsExactly(1L, 2L, 3L, 2L, 1L, 0L);
        assertThat(of(chunks, "demand")).containsExactly(2L, 1L, 0L, 1L, 2L, 3L);
    }

    /** Takes an element when it is told to. */
    private static final class OnDemand implements Flow.Subscriber<byte[]> {
        private final List<byte[]> taken = new ArrayList<>();
        private Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        };

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(byte[] item) {
            taken.add(item);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    @Test
    void aPublisherTellsDemandAndWhatItsSlowestSubscriberHasNotTaken() throws IOException {
        OnDemand subscriber = new OnDemand();
        try (SubmissionPublisher<byte[]> publisher = new SubmissionPublisher<>(Runnable::run, 8)) {
            Probes.submissionPublisher("orders", publisher).subscribe(subscriber);
            for (int i = 0; i < 4; i++) {
                publisher.submit(new byte[10]);
            }
            subscriber.subscription.request(2);
            subscriber.subscription.request(1);
        }
        assertThat(subscriber.taken).hasSize(3);
        List<RecordedEvent> chunks = chunks();
        assertThat(of(chunks, "chunkSize")).containsExactly(10L, 10L, 10L);
        assertThat(of(chunks, "demand")).containsExactly(1L, 0L, 0L);
        assertThat(of(chunks, "heldElements")).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(of(chunks, "internalTime")).allMatch(nanos -> nanos >= 0);
    }

    @Test
    void whatEnteredAndHasNotLeftIsHeldInBetween() throws IOException {
        BetweenProbe<byte[]> probe = Probes.between("buffer");
        OnDemand subscriber = new OnDemand();
        try (SubmissionPublisher<byte[]> source = new SubmissionPublisher<>(Runnable::run, 8);
                SubmissionPublisher<byte[]> buffer = new SubmissionPublisher<>(Runnable::run, 8)) {
            OnDemand filler = new OnDemand();
            probe.entering(source).subscribe(filler);
            buffer.subscribe(probe.leaving(subscriber));
            filler.subscription.request(10);
            for (int i = 0; i < 3; i++) {
                source.submit(new byte[10]);
            }
            filler.taken.forEach(buffer::submit);
            assertThat(probe.elements()).isEqualTo(3);
            assertThat(probe.bytes()).isEqualTo(30);
            subscriber.subscription.request(2);
        }
        List<RecordedEvent> chunks = chunks();
        assertThat(of(chunks, "heldElements")).containsExactly(2L, 1L);
        assertThat(of(chunks, "heldSize")).containsExactly(20L, 10L);
    }
}
