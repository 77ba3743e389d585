package dev.longstack.agent.packaged;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** Starts threads in a request in several ways; each creates a step of a class of its own. */
public final class StartingThreads {
    private static final Executor POOL = Executors.newFixedThreadPool(2);

    private StartingThreads() {}

    @SuppressWarnings("try") // the scope is closed, not used
    public static void main(String[] args) throws Exception {
        try (Scope scope = AsyncContext.request("GET /threads").beginRun()) {
            start(new OwnExecutor(), new InOwnExecutor());
            Go go = new Go(new InGo());
            go.run();
            go.step.await();
            start(task -> new Thread(task).start(), new InBareThread());
            start(new SimpleAsyncTaskExecutor(), new InSpring());
            if (Runtime.version().feature() >= 21) {
                start(new Virtual(), new InOwnVirtual());
                start(Virtual::start, new InBareVirtual());
                start(new VirtualThreadExecutor("tomcat"), new InTomcat());
                VirtualThreadPool jetty = new VirtualThreadPool();
                jetty.start();
                start(jetty, new InJetty());
            }
        }
        System.exit(0);
    }

    private static void start(Executor executor, InThread step) throws InterruptedException {
        executor.execute(() -> POOL.execute(step));
        step.await();
    }

    /** The application's. */
    static final class OwnExecutor implements Executor {
        @Override
        public void execute(Runnable task) {
            new Thread(task).start();
        }
    }

    /** The application's, whose method takes no task. */
    static final class Go {
        private final InThread step;

        Go(InThread step) {
            this.step = step;
        }

        void run() {
            new Thread(() -> POOL.execute(step)).start();
        }
    }

    /** The application's, of virtual threads. */
    static final class Virtual implements Executor {
        @Override
        public void execute(Runnable task) {
            start(task);
        }

        static void start(Runnable task) {
            try {
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a thread creates. */
    abstract static class InThread implements Runnable {
        private final CountDownLatch ran = new CountDownLatch(1);

        @Override
        public void run() {
            ran.countDown();
        }

        void await() throws InterruptedException {
            if (!ran.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("did not run");
            }
        }
    }

    static final class InOwnExecutor extends InThread {}

    static final class InGo extends InThread {}

    static final class InBareThread extends InThread {}

    static final class InSpring extends InThread {}

    static final class InOwnVirtual extends InThread {}

    static final class InBareVirtual extends InThread {}

    static final class InTomcat extends InThread {}

    static final class InJetty extends InThread {}
}
