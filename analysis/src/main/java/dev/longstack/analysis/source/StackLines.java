package dev.longstack.analysis.source;

import java.util.StringJoiner;

/** A stack as text, a frame a line, {@code type.method:line}, without the recorder's own frames on top. */
public final class StackLines {
    private static final String OWN_FRAMES = "dev.longstack.boot.";
    private static final String OWN_FRAMES_WITHOUT_AGENT = "dev.longstack.record.";

    private final StringJoiner lines = new StringJoiner("\n");
    private boolean own = true;

    /** With the recorder's own frames as well. */
    public static StackLines withOwnFrames() {
        StackLines lines = new StackLines();
        lines.own = false;
        return lines;
    }

    /** Whether a line is the recorder's own frame. */
    public static boolean isOwn(String line) {
        return line.startsWith(OWN_FRAMES) || line.startsWith(OWN_FRAMES_WITHOUT_AGENT);
    }

    /** The next frame, from the top on. */
    public void add(String type, String method, int line) {
        own &= isOwn(type);
        if (!own) {
            lines.add(type + "." + method + ":" + line);
        }
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
