package dev.longstack.frameworks.pekko;

import dev.longstack.frameworks.Element;
import dev.longstack.frameworks.Front;
import dev.longstack.frameworks.Steps;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Serves on the port of the first argument, 0 for any. */
public final class Pekko {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(8);

    private Pekko() {}

    public static void main(String[] args) throws IOException {
        ActorSystem<Element> system = ActorSystem.create(receptionist(), "service");
        Front.serve(args, id -> send(system, id));
    }

    private static CompletableFuture<String> send(ActorRef<Element> actor, long id) {
        Element element = Element.of(id);
        actor.tell(element);
        return element.done();
    }

    /** Hands each message to one of two workers. */
    private static Behavior<Element> receptionist() {
        return Behaviors.setup(context -> {
            ActorRef<Element> even = context.spawn(worker(), "even");
            ActorRef<Element> odd = context.spawn(worker(), "odd");
            return Behaviors.receiveMessage(element -> {
                Steps.step(element.id(), "received");
                (element.id() % 2 == 0 ? even : odd).tell(element);
                return Behaviors.same();
            });
        });
    }

    private static Behavior<Element> worker() {
        return Behaviors.receiveMessage(element -> {
            element.handOn(POOL);
            return Behaviors.same();
        });
    }
}
