package dev.longstack.analysis.read;

import java.nio.file.Path;

/** A file is no recording that can be read, not even in part: a sentence with the path and the offset. */
public final class RecordingException extends Exception {
    private static final long serialVersionUID = 1;

    private final long offset;

    RecordingException(Path file, long offset, String what) {
        super("'" + file + "' at offset " + offset + ": " + what);
        this.offset = offset;
    }

    /** Where in the file, in bytes. */
    public long offset() {
        return offset;
    }
}
