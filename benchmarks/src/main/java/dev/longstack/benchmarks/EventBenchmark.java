package dev.longstack.benchmarks;

import dev.longstack.events.ContextCreationEvent;
import dev.longstack.events.ContextInvocationEvent;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What JFR itself takes for events like ours, without anything around them: the yardstick for what a hop adds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventBenchmark {
    /** With the frames of JMH below it, about 30. */
    private static final int FRAMES = 20;

    private long contextId;

    @Benchmark
    public void oneEvent() {
        invocation();
    }

    @Benchmark
    public void twoEvents() {
        invocation();
        invocation();
    }

    @Benchmark
    public void oneEventWithStack() {
        creation(FRAMES);
    }

    private void invocation() {
        ContextInvocationEvent event = new ContextInvocationEvent();
        event.begin();
        event.end();
        if (event.shouldCommit()) {
            event.contextId = ++contextId;
            event.invocation = 1;
            event.parentId = contextId - 1;
            event.parentInvocation = 1;
            event.kind = "task";
            event.operation = "ThreadPoolExecutor.execute";
            event.taskClass = EventBenchmark.class;
            event.creationThread = Thread.currentThread();
            event.queueTime = contextId;
            event.queueType = LinkedBlockingQueue.class;
            event.commit();
        }
    }

    private void creation(int frames) {
        if (frames > 0) {
            creation(frames - 1);
            return;
        }
        ContextCreationEvent event = new ContextCreationEvent();
        event.contextId = ++contextId;
        event.parentId = contextId - 1;
        event.parentInvocation = 1;
        event.kind = "task";
        event.operation = "ThreadPoolExecutor.execute";
        event.taskClass = EventBenchmark.class;
        event.commit();
    }
}
