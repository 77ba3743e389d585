package dev.longstack.agent.packaged;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A child JVM of the tests' own JDK: these tests' classes and the API, without the agent's classes but for its jar. */
final class ChildJvm {
    private static final Path AGENT = Path.of("target", "longstack-agent.jar").toAbsolutePath();
    private static final Path UNPACKED = Path.of("target", "classes").toAbsolutePath();

    private final List<String> command = new ArrayList<>();
    private final Path folder;

    private ChildJvm(Path folder) {
        this.folder = folder;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // the JDK's own classes are not verified otherwise, nor would a wrong stack map be seen
        command.add("-XX:+UnlockDiagnosticVMOptions");
        command.add("-XX:+BytecodeVerificationLocal");
    }

    /** Output goes to files in the folder. */
    static ChildJvm in(Path folder) {
        return new ChildJvm(folder);
    }

    ChildJvm longstack(String options) {
        return agent(AGENT, options);
    }

    ChildJvm agent(Path jar, String options) {
        command.add("-javaagent:" + jar + "=" + options);
        return this;
    }

    ChildJvm recording() {
        command.add("-XX:StartFlightRecording:filename=" + folder.resolve("child.jfr"));
        return this;
    }

    /** How it ended: exit code, standard output, standard error. */
    record Ended(int code, String out, String err) {}

    Ended run(Class<?> main) throws IOException, InterruptedException {
        command.add("-cp");
        command.add(classPath());
        command.add(main.getName());
        Process process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        if (!process.waitFor(100, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the child did not end: " + command);
        }
        return new Ended(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private static String classPath() {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(own.split(File.pathSeparator, -1))
                .filter(part ->
                        !part.isEmpty() && !Path.of(part).toAbsolutePath().equals(UNPACKED))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
