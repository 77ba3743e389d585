package dev.longstack.benchmarks;

import java.util.List;
import java.util.Locale;

/** What a JVM is started with. The word in the tables is the constant's name. */
enum Variant {
    /** No agent, no recording. */
    BARE,
    /** No agent, the JDK's default recording. */
    RECORDING,
    /** An agent that does nothing, no recording: a JVM with any agent is another one, above all for virtual threads. */
    NOOP,
    /** The agent, no recording. */
    OFF,
    /** The agent with the JDK's default recording; no root is sampled out. */
    ON,
    /** As a user starts it: {@link #ON} with the agent's own budget. */
    PRODUCTION,
    /** Every creation with its stack. */
    PROFILE,
    /** The OpenTelemetry agent, which exports nothing. */
    OTEL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param recording what a flight recording is told beside its settings, such as {@code filename=...} */
    List<String> jvmArgs(String recording) {
        String start = "-XX:StartFlightRecording:" + recording;
        return switch (this) {
            case BARE -> List.of();
            case RECORDING -> List.of(start);
            case NOOP -> List.of("-javaagent:" + Jars.BENCHMARKS);
            case OFF -> List.of(agent(""));
            case ON -> List.of(agent("=budget=0"), start);
            case PRODUCTION -> List.of(agent(""), start);
            case PROFILE ->
                List.of(agent("=budget=0,stacks=all"), start + ",settings=default,settings=" + Jars.PROFILE_SETTINGS);
            case OTEL ->
                List.of(
                        "-javaagent:" + Jars.OPENTELEMETRY,
                        "-Dotel.traces.exporter=none",
                        "-Dotel.metrics.exporter=none",
                        "-Dotel.logs.exporter=none",
                        "-Dotel.javaagent.logging=none");
        };
    }

    /** With options as {@code =a,b}. */
    static String agent(String options) {
        return "-javaagent:" + Jars.AGENT + options;
    }
}
