package dev.longstack.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own, in a folder that takes its output. */
final class Longstack {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final Path folder;

    private Longstack(Path folder) {
        this.folder = folder;
    }

    static Longstack in(Path folder) {
        return new Longstack(folder);
    }

    /** How it ended. */
    record Ended(int code, String out, String err) {}

    Ended run(Object... words) throws IOException, InterruptedException {
        return end(start(Redirect.to(folder.resolve("out").toFile()), words));
    }

    Process start(Redirect output, Object... words) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("os.name").equals("Linux")) {
            // below a shell that runs the tests in the background SIGINT would be ignored
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(JAVA, "-XX:TieredStopAtLevel=1", "-cp", CLASS_PATH, Main.class.getName()));
        for (Object word : words) {
            command.add(word.toString());
        }
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    Ended end(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(100, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("longstack did not end");
        }
        Path out = folder.resolve("out");
        return new Ended(process.exitValue(), Files.exists(out) ? Files.readString(out) : "", err());
    }

    String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
