package dev.longstack.recordings.truth;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How a loop is handed its work. */
interface Handover {
    void put(Object element) throws InterruptedException;

    /** Waits for an element. */
    Object take() throws InterruptedException;

    /** One after another, by both ways of waiting. */
    static Handover blocking(BlockingQueue<Object> queue) {
        return new Handover() {
            private int taken;

            @Override
            public void put(Object element) throws InterruptedException {
                queue.put(element);
            }

            @Override
            public Object take() throws InterruptedException {
                Object element = taken++ % 2 == 0 ? queue.take() : null;
                while (element == null) {
                    element = queue.poll(1, TimeUnit.SECONDS);
                }
                return element;
            }
        };
    }

    /** All that is there at once. */
    static Handover batches(BlockingQueue<Object> queue) {
        Queue<Object> batch = new ArrayDeque<>();
        return new Handover() {
            @Override
            public void put(Object element) throws InterruptedException {
                queue.put(element);
            }

            @Override
            public Object take() throws InterruptedException {
                while (batch.isEmpty() && queue.drainTo(batch) == 0) {
                    batch.add(queue.take());
                }
                return batch.remove();
            }
        };
    }

    /** A queue that can't wait, guarded by a monitor. */
    static Handover guarded(Queue<Object> queue) {
        return new Handover() {
            @Override
            public synchronized void put(Object element) {
                queue.add(element);
                notifyAll();
            }

            @Override
            public synchronized Object take() throws InterruptedException {
                while (queue.isEmpty()) {
                    wait();
                }
                return queue.remove();
            }
        };
    }

    /** Written by hand. */
    static Handover list() {
        return new HandWrittenList();
    }

    /** Oldest first. */
    final class HandWrittenList implements Handover {
        private @Nullable Link first;
        private @Nullable Link last;

        private static final class Link {
            private final Object element;
            private @Nullable Link next;

            Link(Object element) {
                this.element = element;
            }
        }

        @Override
        public synchronized void put(Object element) {
            Link added = new Link(element);
            if (last == null) {
                first = added;
            } else {
                last.next = added;
            }
            last = added;
            notifyAll();
        }

        @Override
        public synchronized Object take() throws InterruptedException {
            while (first == null) {
                wait();
            }
            Link taken = first;
            first = taken.next;
            if (first == null) {
                last = null;
            }
            return taken.element;
        }
    }
}
