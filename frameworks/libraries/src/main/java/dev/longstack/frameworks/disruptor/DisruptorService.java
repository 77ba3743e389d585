package dev.longstack.frameworks.disruptor;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.util.DaemonThreadFactory;
import dev.longstack.frameworks.Element;
import dev.longstack.frameworks.Front;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves on the port of the first argument, 0 for any. The ring's thread is started by the first request. */
public final class DisruptorService {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(8);
    private static final int SIZE = 1024;

    private DisruptorService() {}

    public static void main(String[] args) throws IOException {
        Front.serve(args, id -> publish(Ring.STARTED, id));
    }

    private static CompletableFuture<String> publish(RingBuffer<Element[]> ring, long id) {
        Element element = Element.of(id);
        ring.publishEvent((slot, sequence) -> slot[0] = element);
        return element.done();
    }

    private static final class Ring {
        static final RingBuffer<Element[]> STARTED = start();

        private static RingBuffer<Element[]> start() {
            Disruptor<Element[]> disruptor = new Disruptor<>(() -> new Element[1], SIZE, DaemonThreadFactory.INSTANCE);
            disruptor.handleEventsWith((slot, sequence, endOfBatch) -> slot[0].handOn(POOL));
            return disruptor.start();
        }
    }
}
