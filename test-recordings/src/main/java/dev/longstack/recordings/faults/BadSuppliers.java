package dev.longstack.recordings.faults;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ContextKind;
import dev.longstack.deferred.Callbacks;
import dev.longstack.deferred.Deferred;
import dev.longstack.listen.ContextListener;
import dev.longstack.listen.Interest;
import dev.longstack.listen.Listeners;
import dev.longstack.listen.Registration;
import java.util.Map;
import java.util.function.Supplier;

/** Suppliers of arguments and details that throw, while a listener wants what they supply. */
@SuppressWarnings("try") // registrations are closed, not used
public final class BadSuppliers {
    private BadSuppliers() {}

    private static final class Curious implements ContextListener {
        @Override
        public void created(AsyncContext context) {
            System.out.println("created " + context.operation() + " " + context.arguments());
        }

        @Override
        public void hint(long contextId, String name, String details) {
            System.out.println("hint " + name);
        }
    }

    private static Map<String, ?> fail() {
        throw new IllegalStateException("planned");
    }

    public static void main(String[] args) {
        try (Registration registration =
                Listeners.add(new Curious(), Interest.CREATED, Interest.ARGUMENTS, Interest.HINT)) {
            Supplier<Map<String, ?>> failing = BadSuppliers::fail;
            tried(
                    "wrap",
                    () -> Deferred.wrap("wrap", failing)
                            .runnable(() -> System.out.println("ran wrap"))
                            .run());
            tried(
                    "create",
                    () -> AsyncContext.create(ContextKind.TASK, "create", "", failing)
                            .run(() -> System.out.println("ran create")));
            tried(
                    "trigger",
                    () -> Callbacks.run(
                            Callbacks.created("trigger", failing), () -> System.out.println("ran trigger")));
            tried("hint", () -> AsyncContext.hint("bad details", () -> String.valueOf(fail())));
            tried("good hint", () -> AsyncContext.hint("good details", () -> "fine"));
        }
    }

    private static void tried(String what, Runnable call) {
        try {
            call.run();
            System.out.println("passed " + what);
        } catch (RuntimeException e) {
            System.out.println("REACHED THE CALLER " + what + " " + e);
        }
    }
}
