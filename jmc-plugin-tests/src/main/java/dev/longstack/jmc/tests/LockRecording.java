package dev.longstack.jmc.tests;

import dev.longstack.events.ContextInvocationEvent;
import dev.longstack.events.ContextKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Recording;

/** A recording of a request whose step on another thread waits for a lock, which another request holds asleep. */
final class LockRecording {
    static final String REQUEST = "GET /locked";
    static final String HOLDER = "lock-holder";

    private static final int MILLIS = 200;

    /** What is locked. */
    private static final class Ledger {}

    private final Ledger ledger = new Ledger();
    private final CountDownLatch held = new CountDownLatch(1);

    private LockRecording() {}

    static Path file() throws Exception {
        Path file = DemoRecording.folder().resolve("lock.jfr");
        try (Recording recording = new Recording()) {
            recording
                    .enable("jdk.JavaMonitorEnter")
                    .withThreshold(Duration.ZERO)
                    .withStackTrace();
            recording.enable("jdk.JavaMonitorWait").withThreshold(Duration.ZERO).withStackTrace();
            recording.enable("jdk.ThreadSleep").withThreshold(Duration.ZERO).withStackTrace();
            recording.start();
            new LockRecording().run();
            recording.stop();
            recording.dump(file);
        }
        return file;
    }

    private void run() throws InterruptedException {
        ContextInvocationEvent request = begin(1, 0, ContextKind.REQUEST, REQUEST);
        Thread holder = new Thread(this::hold, HOLDER);
        holder.start();
        held.await();
        Thread step = new Thread(this::waitForIt, "db-1");
        step.start();
        step.join();
        holder.join();
        request.commit();
    }

    private void hold() {
        ContextInvocationEvent run = begin(3, 0, ContextKind.REQUEST, "PUT /recount");
        synchronized (ledger) {
            held.countDown();
            sleep();
        }
        run.commit();
    }

    private static void sleep() {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForIt() {
        ContextInvocationEvent run = begin(2, 1, ContextKind.TASK, "price");
        synchronized (ledger) {
            run.commit();
        }
    }

    private static ContextInvocationEvent begin(long id, long parent, ContextKind kind, String operation) {
        ContextInvocationEvent event = new ContextInvocationEvent();
        event.begin();
        event.contextId = id;
        event.invocation = 1;
        event.parentId = parent;
        event.parentInvocation = parent == 0 ? 0 : 1;
        event.kind = kind.word();
        event.operation = operation;
        event.requestId = kind == ContextKind.REQUEST ? id : parent;
        return event;
    }
}
