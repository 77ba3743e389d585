package dev.longstack.benchmarks;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The packaged product, found from where this class was loaded: {@code benchmarks/target/longstack-benchmarks.jar}. */
final class Jars {
    static final Path BENCHMARKS = own();

    private static final Path ROOT = BENCHMARKS.resolve("../../..").normalize();

    /** For a class path. */
    static final String LIBRARIES = ROOT.resolve("benchmarks/target/lib").toString() + "/*";

    static final Path AGENT = ROOT.resolve("agent/target/longstack-agent.jar");
    static final Path PROFILE_SETTINGS = ROOT.resolve("agent/target/longstack-profile.jfc");
    static final Path COMMAND_LINE = ROOT.resolve("cli/target/longstack.jar");
    /** Starts a service. */
    static final Path FRAMEWORKS = ROOT.resolve("frameworks/run");

    static final Path OPENTELEMETRY = ROOT.resolve("benchmarks/target/opentelemetry-javaagent.jar");

    private Jars() {}

    private static Path own() {
        try {
            return Path.of(Jars.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("invariant: a class path is made of files", e);
        }
    }
}
