package dev.longstack.benchmarks;

/** Does nothing, for the time a JVM takes to start. */
public final class EmptyMain {
    private EmptyMain() {}

    public static void main(String[] args) {}
}
