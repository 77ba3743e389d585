package dev.longstack.examples;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ReleaseReason;
import dev.longstack.context.Scope;
import dev.longstack.deferred.Callbacks;
import dev.longstack.deferred.Deferred;
import dev.longstack.listen.ContextListener;
import dev.longstack.listen.Interest;
import dev.longstack.listen.Listeners;
import dev.longstack.listen.Registration;
import dev.longstack.tracked.Disposable;
import dev.longstack.tracked.TrackedObjects;
import dev.longstack.tracked.Zone;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.function.Consumer;

/** Async tracking: listeners for deferred work and its arguments, wrapped methods, callbacks by id, disposables in zones. */
@SuppressWarnings("try") // scopes are closed, not used
public final class ResourceTracker {
    private ResourceTracker() {}

    public static void main(String[] args) throws Throwable {
        try (Registration tracking = Listeners.add(
                        new Tracker(), Interest.CREATED, Interest.RELEASED, Interest.TRACKED, Interest.ARGUMENTS);
                Scope scope = AsyncContext.request("GET /report").beginRun()) {
            MethodHandle open = Deferred.wrapMethod("fs.open", open())
                    .argument("path", 0)
                    .optionalArgument("mode", 1)
                    .build();
            Consumer<FileHandle> callback = handle -> System.out.println("got " + handle);
            try (Zone zone = Zone.open()) {
                open.invokeExact("/var/report", (String) null, callback);
            }
            bus();
        }
    }

    /** Prints what is scheduled, run for the last time, opened and closed. */
    private static final class Tracker implements ContextListener {
        @Override
        public void created(AsyncContext context) {
            System.out.println("created " + context.operation() + " " + context.arguments());
        }

        @Override
        public void released(AsyncContext context, ReleaseReason reason) {
            System.out.println("released " + context.operation() + ": " + reason.word());
        }

        @Override
        public void objectTracked(Object object, long contextId) {
            System.out.println("tracked " + object);
        }

        @Override
        public void objectReleased(Object object, long contextId) {
            System.out.println("released " + object);
        }
    }

    /** Tells of itself when it is opened and closed, and can be disposed of where its user has lost it. */
    private static final class FileHandle implements Disposable {
        private final String path;

        FileHandle(String path) {
            this.path = path;
            TrackedObjects.trackObject(this);
        }

        void close() {
            TrackedObjects.releaseObject(this);
        }

        @Override
        public void dispose() {
            System.out.println("disposed of " + this);
            close();
        }

        @Override
        public String toString() {
            return "handle of " + path;
        }
    }

    /** The library's own method, which calls back. */
    static void openFile(String path, String mode, Consumer<FileHandle> callback) {
        callback.accept(new FileHandle(path));
    }

    private static MethodHandle open() throws ReflectiveOperationException {
        return MethodHandles.lookup()
                .findStatic(
                        ResourceTracker.class,
                        "openFile",
                        MethodType.methodType(void.class, String.class, String.class, Consumer.class));
    }

    /** A library that keeps its callbacks itself needs an id only. */
    private static void bus() {
        long id = Callbacks.created("Bus.subscribe", () -> Map.of("topic", "orders"));
        Callbacks.run(id, () -> System.out.println("first event"));
        Callbacks.run(id, () -> System.out.println("second event"));
        Callbacks.released(id, ReleaseReason.CLOSED);
    }
}
