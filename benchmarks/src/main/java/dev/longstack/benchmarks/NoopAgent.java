package dev.longstack.benchmarks;

/** Does nothing: what any agent costs. */
public final class NoopAgent {
    private NoopAgent() {}

    public static void premain(String options) {}
}
