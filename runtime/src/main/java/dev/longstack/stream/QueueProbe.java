package dev.longstack.stream;

import dev.longstack.stream.Meter.Chunk;
import java.util.AbstractQueue;
import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A queue with a probe: each element that passes is a chunk, which lasts as long as the call that put or took it.
 *
 * @param <E> of the elements
 */
final class QueueProbe<E> extends AbstractQueue<E> implements BlockingQueue<E> {
    private final Meter meter;
    private final BlockingQueue<E> queue;

    QueueProbe(Meter meter, BlockingQueue<E> queue) {
        this.meter = meter;
        this.queue = queue;
    }

    /** The bytes that the queue holds are known only by looking at all of it, which nobody does at each chunk. */
    private void tell(Object begun, @Nullable Object element, long startNanos) {
        if (element != null) {
            long inside = System.nanoTime() - startNanos;
            meter.end(
                    begun,
                    new Chunk(
                            Meter.sizeBytes(element), Meter.UNKNOWN, queue.size(), inside, queue.remainingCapacity()));
        }
    }

    private @Nullable E taking(Callable<? extends @Nullable E> call) throws InterruptedException {
        Object begun = meter.begin();
        long start = begun == null ? 0 : System.nanoTime();
        E taken = called(call);
        if (begun != null) {
            tell(begun, taken, start);
        }
        return taken;
    }

    private boolean putting(E element, Callable<Boolean> call) throws InterruptedException {
        Object begun = meter.begin();
        long start = begun == null ? 0 : System.nanoTime();
        boolean put = called(call);
        if (begun != null) {
            tell(begun, put ? element : null, start);
        }
        return put;
    }

    private static <T extends @Nullable Object> T called(Callable<T> call) throws InterruptedException {
        try {
            return call.call();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("invariant: queues throw nothing else", e);
        }
    }

    @Override
    public void put(E element) throws InterruptedException {
        boolean ignored = putting(element, () -> {
            queue.put(element);
            return true;
        });
    }

    @Override
    public boolean offer(E element, long timeout, TimeUnit unit) throws InterruptedException {
        return putting(element, () -> queue.offer(element, timeout, unit));
    }

    @Override
    public boolean offer(E element) {
        Object begun = meter.begin();
        long start = begun == null ? 0 : System.nanoTime();
        boolean put = queue.offer(element);
        if (begun != null) {
            tell(begun, put ? element : null, start);
        }
        return put;
    }

    @Override
    @SuppressWarnings("NullAway") // take never gives null
    public E take() throws InterruptedException {
        return taking(queue::take);
    }

    @Override
    public @Nullable E poll(long timeout, TimeUnit unit) throws InterruptedException {
        return taking(() -> queue.poll(timeout, unit));
    }

    @Override
    public @Nullable E poll() {
        Object begun = meter.begin();
        long start = begun == null ? 0 : System.nanoTime();
        E taken = queue.poll();
        if (begun != null) {
            tell(begun, taken, start);
        }
        return taken;
    }

    @Override
    public @Nullable E peek() {
        return queue.peek();
    }

    @Override
    public int drainTo(Collection<? super E> to) {
        return queue.drainTo(to);
    }

    @Override
    public int drainTo(Collection<? super E> to, int maxElements) {
        return queue.drainTo(to, maxElements);
    }

    @Override
    public boolean remove(Object element) {
        return queue.remove(element);
    }

    @Override
    public boolean contains(Object element) {
        return queue.contains(element);
    }

    @Override
    public int remainingCapacity() {
        return queue.remainingCapacity();
    }

    @Override
    public Iterator<E> iterator() {
        return queue.iterator();
    }

    @Override
    public int size() {
        return queue.size();
    }

    @Override
    public String toString() {
        return queue.toString();
    }
}
