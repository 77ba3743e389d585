package dev.longstack.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.reactivestreams.tck.flow.IdentityFlowProcessorVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** Reactive Streams' own test kit, with the probes and without: what passes is the same, and nothing fails. */
class ReactiveStreamsTest {
    /** Long for what must come, short for what must not. */
    private static TestEnvironment environment() {
        return new TestEnvironment(1_000, 50, 50);
    }

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stream");
        thread.setDaemon(true);
        return thread;
    });

    /** What the kit is run with; set before it makes its instances. */
    private static UnaryOperator<Flow.Publisher<Long>> publisherProbe = UnaryOperator.identity();

    private static UnaryOperator<Flow.Subscriber<Long>> subscriberProbe = UnaryOperator.identity();
    private static UnaryOperator<Flow.Processor<Long, Long>> processorProbe = UnaryOperator.identity();

    /** Emits the first numbers, a thread at a time. */
    static Flow.Publisher<Long> numbers(long count) {
        return subscriber -> {
            SubmissionPublisher<Long> publisher = new SubmissionPublisher<>(THREADS, 16);
            publisher.subscribe(subscriber);
            THREADS.execute(() -> {
                LongStream.range(0, count)
                        .takeWhile(each -> publisher.hasSubscribers())
                        .forEach(publisher::submit);
                publisher.close();
            });
        };
    }

    public static final class Publishers extends FlowPublisherVerification<Long> {
        public Publishers() {
            super(environment());
        }

        @Override
        public Flow.Publisher<Long> createFlowPublisher(long elements) {
            return publisherProbe.apply(numbers(elements));
        }

        @Override
        @SuppressWarnings("NullAway") // the kit's word for: can't fail
        public Flow.Publisher<Long> createFailedFlowPublisher() {
            return null;
        }
    }

    public static final class Subscribers extends FlowSubscriberBlackboxVerification<Long> {
        public Subscribers() {
            super(environment());
        }

        @Override
        public Flow.Subscriber<Long> createFlowSubscriber() {
            return subscriberProbe.apply(new OneByOne());
        }

        @Override
        public Long createElement(int element) {
            return (long) element;
        }
    }

    /** Wants one more after each. */
    private static final class OneByOne implements Flow.Subscriber<Long> {
        private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

        @Override
        public void onSubscribe(Flow.Subscription offered) {
            if (subscription.compareAndSet(null, Objects.requireNonNull(offered))) {
                offered.request(1);
            } else {
                offered.cancel();
            }
        }

        @Override
        public void onNext(Long item) {
            Objects.requireNonNull(item);
            Objects.requireNonNull(subscription.get()).request(1);
        }

        @Override
        public void onError(Throwable failure) {
            Objects.requireNonNull(failure);
        }

        @Override
        public void onComplete() {}
    }

    public static final class Processors extends IdentityFlowProcessorVerification<Long> {
        public Processors() {
            super(environment());
        }

        @Override
        protected Flow.Processor<Long, Long> createIdentityFlowProcessor(int bufferSize) {
            return processorProbe.apply(new Identity());
        }

        @Override
        @SuppressWarnings("NullAway") // the kit's word for: can't fail
        protected Flow.Publisher<Long> createFailedFlowPublisher() {
            return null;
        }

        /** Of one of its instances. */
        @Override
        public long maxSupportedSubscribers() {
            return 1;
        }

        @Override
        public ExecutorService publisherExecutorService() {
            return THREADS;
        }

        @Override
        public Long createElement(int element) {
            return (long) element;
        }
    }

    /** Passes on what it is given, to one subscriber. */
    private static final class Identity implements Flow.Processor<Long, Long> {
        private Flow.@Nullable Subscription upstream;
        private Flow.@Nullable Subscriber<? super Long> downstream;
        private @Nullable Runnable end;
        private boolean connected;
        private boolean open;
        private long heldBack;

        @Override
        public void onSubscribe(Flow.Subscription offered) {
            Objects.requireNonNull(offered);
            boolean second;
            synchronized (this) {
                second = upstream != null;
                upstream = second ? upstream : offered;
            }
            if (second) {
                offered.cancel();
            } else {
                connectWhenBothAreThere();
            }
        }

        @Override
        public void subscribe(Flow.Subscriber<? super Long> subscriber) {
            Objects.requireNonNull(subscriber);
            synchronized (this) {
                downstream = subscriber;
            }
            connectWhenBothAreThere();
        }

        private void connectWhenBothAreThere() {
            Flow.Subscription from;
            Flow.Subscriber<? super Long> to;
            Runnable ended;
            synchronized (this) {
                from = upstream;
                to = downstream;
                if (from == null || to == null || connected) {
                    return;
                }
                connected = true;
                ended = end;
            }
            to.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    if (count <= 0 || !isHeldBack(count)) {
                        from.request(count);
                    }
                }

                @Override
                public void cancel() {
                    from.cancel();
                    forget();
                }
            });
            long wanted = lift();
            if (wanted > 0) {
                from.request(wanted);
            }
            if (ended != null) {
                ended.run();
            }
        }

        /** What is requested in onSubscribe waits for its end: signals come one after another. */
        private synchronized boolean isHeldBack(long count) {
            if (!open) {
                heldBack = heldBack + count < 0 ? Long.MAX_VALUE : heldBack + count;
            }
            return !open;
        }

        private synchronized long lift() {
            open = true;
            return heldBack;
        }

        private synchronized void forget() {
            downstream = null;
        }

        private void tell(Consumer<Flow.Subscriber<? super Long>> signal) {
            Flow.Subscriber<? super Long> to;
            synchronized (this) {
                to = downstream;
                if (to == null || !connected) {
                    end = () -> tell(signal);
                    return;
                }
            }
            signal.accept(to);
        }

        @Override
        public void onNext(Long item) {
            Objects.requireNonNull(item);
            Flow.Subscriber<? super Long> to;
            synchronized (this) {
                to = downstream;
            }
            if (to != null) {
                to.onNext(item);
            }
        }

        @Override
        public void onError(Throwable failure) {
            Objects.requireNonNull(failure);
            tell(to -> to.onError(failure));
        }

        @Override
        public void onComplete() {
            tell(Flow.Subscriber::onComplete);
        }
    }

    /** The names of the rules that passed, without what the kit itself calls optional or left to chance; fails where any failed. */
    private static Set<String> run(Class<?> verification) {
        TestListenerAdapter results = new TestListenerAdapter();
        TestNG kit = new TestNG(false);
        kit.setVerbose(0);
        kit.setTestClasses(new Class<?>[] {verification});
        kit.addListener(results);
        kit.run();
        for (ITestResult failed : results.getFailedTests()) {
            throw new AssertionError(failed.getName(), failed.getThrowable());
        }
        Set<String> passed = new TreeSet<>();
        results.getPassedTests().stream()
                .map(ITestResult::getName)
                .filter(name -> name.startsWith("required_"))
                .forEach(passed::add);
        return passed;
    }

    private static void passesAsWithout(Class<?> verification, Runnable probe) {
        Set<String> without = run(verification);
        assertThat(without).as("the kit tests something").hasSizeGreaterThan(5);
        probe.run();
        try (Recording recording = new Recording()) {
            recording.start();
            assertThat(run(verification)).as("with probes, recorded").isEqualTo(without);
        }
    }

    @Test
    void aProbedPublisherKeepsTheRules() {
        passesAsWithout(Publishers.class, () -> publisherProbe = publisher -> Probes.publisher("numbers", publisher));
    }

    @Test
    void aProbedSubscriberKeepsTheRules() {
        passesAsWithout(
                Subscribers.class, () -> subscriberProbe = subscriber -> Probes.subscriber("numbers", subscriber));
    }

    @Test
    void aProbedProcessorKeepsTheRules() {
        passesAsWithout(Processors.class, () -> processorProbe = processor -> Probes.processor("numbers", processor));
    }
}
