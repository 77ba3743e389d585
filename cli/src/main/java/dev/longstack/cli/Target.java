package dev.longstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Where a recording goes. The JVM writes to a part beside it, with a name that its option parser takes; only a whole recording
 * replaces an older file.
 */
final class Target {
    private static final String QUOTED = ",'\"";

    private final Path file;
    private final Path part;
    private final boolean older;

    private Target(Path file, Path part) {
        this.file = file;
        this.part = part;
        this.older = Files.exists(file);
    }

    /** @throws CommandException if no file can be written there */
    static Target of(Path file) throws CommandException, IOException {
        if (Files.isDirectory(file)) {
            throw new CommandException(
                    "'" + file + "' is a folder; name a file, e.g. '" + file.resolve("app.jfr") + "'");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandException("'" + file + "' is not a regular file");
        }
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = real.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CommandException("the folder '" + folder + "' does not exist");
        }
        if (!Files.isWritable(folder)) {
            throw new CommandException("the folder '" + folder + "' is not writable");
        }
        Path writable = option(folder) == null ? Path.of(System.getProperty("java.io.tmpdir")) : folder;
        return new Target(file, unused(writable));
    }

    private static Path unused(Path folder) {
        String name = "longstack-" + ProcessHandle.current().pid();
        Path part = folder.resolve(name + ".jfr");
        for (int n = 2; Files.exists(part); n++) {
            part = folder.resolve(name + "-" + n + ".jfr");
        }
        return part;
    }

    /** The path as {@code -XX:StartFlightRecording} takes it; null where it can't: some JVMs replace {@code %p} by their id. */
    private static @Nullable String option(Path path) {
        String text = path.toString();
        if (text.indexOf('%') >= 0) {
            return null;
        }
        if (text.chars().noneMatch(each -> QUOTED.indexOf(each) >= 0)) {
            return text;
        }
        return text.indexOf('\'') < 0 ? "'" + text + "'" : text.indexOf('"') < 0 ? '"' + text + '"' : null;
    }

    /** What the JVM is told to write to. */
    String option() {
        return String.valueOf(option(part));
    }

    Path part() {
        return part;
    }

    /** The file as the user named it. */
    Path file() {
        return file;
    }

    /** Whether a file of this name was there before. */
    boolean hasOlder() {
        return older;
    }

    /** The JVM makes an empty file when it starts to record, and fills it at its end. */
    boolean isWritten() throws IOException {
        return Files.isRegularFile(part) && Files.size(part) > 0;
    }

    /** Moves the part to the file. */
    Path keep() throws IOException {
        Files.move(part, Files.exists(file) ? file.toRealPath() : file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    void discard() throws IOException {
        Files.deleteIfExists(part);
    }
}
