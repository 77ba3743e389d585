package dev.longstack.examples;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;

/** A native library with a thread of its own, which calls back through JNI: {@code Ticker LIBRARY TICKS}. */
@SuppressWarnings("try") // scopes are closed, not used
public final class Ticker {
    private Ticker() {}

    /** Ticks that often on a native thread; returns when it is done. */
    private static native void run(int ticks);

    /** Called by the native thread. */
    @SuppressWarnings("unused")
    private static void tick(int number) {
        System.out.println(
                "tick " + number + " in " + AsyncContext.currentOperation() + " of " + AsyncContext.currentParentId());
    }

    public static void main(String[] args) {
        System.load(args[0]);
        AsyncContext request = AsyncContext.request("GET /ticks");
        try (Scope scope = request.beginRun()) {
            System.out.println("request " + request.id());
            run(Integer.parseInt(args[1]));
        }
    }
}
