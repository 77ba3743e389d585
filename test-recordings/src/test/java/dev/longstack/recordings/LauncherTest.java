package dev.longstack.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the command line. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT =
            Path.of("..", "longstack").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    /** What it printed; the variable is for an application that is to be recorded. */
    private String run(String toolOptions, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(words));
        File output = folder.resolve("out").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_TOOL_OPTIONS", toolOptions);
        assertThat(builder.start().waitFor(100, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output.toPath());
    }

    @Test
    void optionsThatMakeEveryJvmRecordDoNotOverwriteWhatIsRead() throws Exception {
        Path recording = folder.resolve("app.jfr");
        try (Recording jfr = new Recording()) {
            jfr.start();
            jfr.stop();
            jfr.dump(recording);
        }
        byte[] before = Files.readAllBytes(recording);
        String options = "-XX:StartFlightRecording:filename=app.jfr";
        assertThat(run(options, "summary", "app.jfr"))
                .contains("This recording has no Longstack events")
                .doesNotContain("JAVA_TOOL_OPTIONS");
        assertThat(recording).hasBinaryContent(before);
    }

    @Test
    void theApplicationStillGetsItsOptions() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String options = "-XX:StartFlightRecording:filename=own.jfr";
        assertThat(run(options, "record", "--", java, "-version"))
                .contains("Picked up JAVA_TOOL_OPTIONS: " + options)
                .contains("Next: " + SCRIPT + " requests app.jfr");
        assertThat(folder.resolve("own.jfr")).exists();
    }
}
