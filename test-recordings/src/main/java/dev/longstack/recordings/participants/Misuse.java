package dev.longstack.recordings.participants;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;

/** Scopes that are closed twice, elsewhere and never. */
public final class Misuse {
    private Misuse() {}

    public static void main(String[] args) throws Exception {
        Scope twice = openedHere("twice");
        twice.close();
        twice.close();
        Scope elsewhere = openedHere("elsewhere");
        Thread other = new Thread(elsewhere::close, "other");
        other.start();
        other.join();
        elsewhere.close();
        neverClosed();
        System.out.println("the program went on");
    }

    private static Scope openedHere(String name) {
        return AsyncContext.request(name).beginRun();
    }

    private static void neverClosed() {
        Thread forgetful = new Thread(() -> openedHere("never"));
        forgetful.start();
        try {
            forgetful.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // what a thread has left open goes with the thread's state, which the statistics of a second let go
        long enough = System.nanoTime() + 4_000_000_000L;
        while (System.nanoTime() < enough) {
            System.gc();
            openedHere("next").close();
        }
    }
}
