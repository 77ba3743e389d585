package dev.longstack.agent.packaged;

import dev.longstack.context.AsyncContext;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A user's task that tells whether it runs as a child of this request, and as what class it is seen. */
final class Step implements Runnable {
    private final String name;
    private final long requestId;
    private final CountDownLatch ran = new CountDownLatch(1);

    /** For the request that is current. */
    Step(String name) {
        this.name = name;
        this.requestId = AsyncContext.currentId();
    }

    @Override
    public void run() {
        AsyncContext current = AsyncContext.current();
        boolean linked = current.id() != requestId && current.parentId() == requestId;
        Class<?> seenAs = current.taskClass();
        System.out.println("step, " + name + (linked ? " linked" : " LOST") + ", seen as "
                + (seenAs == null ? "nothing" : seenAs.getSimpleName().replaceFirst("Lambda.*", "Lambda")));
        ran.countDown();
    }

    void await() throws InterruptedException {
        if (!ran.await(10, TimeUnit.SECONDS)) {
            System.out.println("step, " + name + " did not run");
        }
    }
}
