package dev.longstack.agent.library.drains;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Patterns;
import java.util.List;

/**
 * Drain loops of libraries with queues of their own. Whoever puts the first element in schedules the loop, and the loop works on
 * everybody's: until a library's elements are woven themselves, what its loop creates has an unknown parent.
 */
public final class DrainsFamily {
    private record Drain(String method, List<String> classes) {}

    private static final List<Drain> DRAINS = List.of(
            new Drain(
                    "run",
                    List.of(
                            "io/reactivex/rxjava3/internal/schedulers/ExecutorScheduler$ExecutorWorker",
                            "io/reactivex/internal/schedulers/ExecutorScheduler$ExecutorWorker",
                            "io/reactivex/rxjava3/internal/operators/flowable/FlowableObserveOn$BaseObserveOnSubscriber",
                            "io/reactivex/rxjava3/internal/operators/observable/ObservableObserveOn$ObserveOnObserver",
                            "io/reactivex/internal/operators/flowable/FlowableObserveOn$BaseObserveOnSubscriber",
                            "io/reactivex/internal/operators/observable/ObservableObserveOn$ObserveOnObserver",
                            "reactor/core/publisher/FluxPublishOn$PublishOnSubscriber",
                            "reactor/core/publisher/FluxPublishOn$PublishOnConditionalSubscriber",
                            "com/google/common/util/concurrent/SequentialExecutor$QueueWorker",
                            "io/grpc/internal/SerializingExecutor",
                            "org/apache/pekko/dispatch/Mailbox",
                            "akka/dispatch/Mailbox",
                            "com/lmax/disruptor/BatchEventProcessor",
                            "okhttp3/internal/concurrent/TaskRunner$runnable$1")),
            new Drain("exec", List.of("org/apache/pekko/dispatch/Mailbox", "akka/dispatch/Mailbox")));

    public static final Family FAMILY = declaration().declared();

    private DrainsFamily() {}

    private static Family.Declaration declaration() {
        Family.Declaration family = Family.named(
                "drains",
                "drain loops of RxJava, Reactor, Guava, gRPC, Pekko, Akka, Disruptor and OkHttp: what they create has an"
                        + " unknown parent");
        for (Drain drain : DRAINS) {
            for (String each : drain.classes()) {
                family.weaves(
                        each,
                        type -> type.methodsIfAny(drain.method()).stream()
                                .filter(method -> !method.isBridge())
                                .forEach(Patterns::drains));
            }
        }
        return family;
    }
}
