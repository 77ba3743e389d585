package dev.longstack.companions.servlets;

import java.util.concurrent.Executor;

/** Steps of the exchange with this id. */
public final class Steps {
    private Steps() {}

    /** To be called inside the step. */
    public static void step(long id, String what) {
        new StepEvent(id, what).commit();
    }

    /** A step on its own on this executor. */
    public static void hop(long id, Executor executor, String what) {
        executor.execute(() -> step(id, what));
    }
}
