package dev.longstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.cli.Longstack.Ended;
import java.io.File;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Standard output and standard error of a real process. */
class OutputTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAnError() throws Exception {
        Longstack longstack = Longstack.in(folder);
        Ended ended = longstack.end(longstack.start(Redirect.to(new File("/dev/full")), "requests", "--help"));
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).isEqualTo("error: the output could not be written: No space left on device\n");
    }

    @Test
    void aClosedPipeEndsQuietly() throws Exception {
        Longstack longstack = Longstack.in(folder);
        Process process = longstack.start(Redirect.PIPE, "requests", "--help");
        try (InputStream nobodyReads = process.getInputStream()) {
            assertThat(nobodyReads).isNotNull();
        }
        Ended ended = longstack.end(process);
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void argumentsCantSteerATerminal() throws Exception {
        Ended file = Longstack.in(folder).run("summary", "no\u001b[31m\nfile");
        assertThat(file.code()).isEqualTo(1);
        assertThat(file.err()).startsWith("error: 'no\\u001b[31m\\nfile'").hasLineCount(1);
        Ended option = Longstack.in(folder).run("summary", "file", "--no\u001b[31m\noption");
        assertThat(option.code()).isEqualTo(2);
        assertThat(option.err()).startsWith("error: unknown option: '--no\\u001b[31m\\noption'\n");
    }
}
