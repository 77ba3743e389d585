package dev.longstack.analysis.source;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** A stack as text, a frame a line, {@code type.method:line}, without the recorder's own frames on top. */
public final class StackLines {
    /** The agent's copy, what is used without an agent, and the API through which applications take part. */
    private static final List<String> OWN = Stream.of(
                    "boot", "record", "propagate", "context", "listen", "deferred", "tracked", "stream", "seam")
            .map(name -> "dev.longstack." + name + ".")
            .toList();

    /** Between the API and what it finds by name. */
    private static final String LINKAGE = "java.lang.invoke.";

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
        return line.startsWith("dev.longstack.") && OWN.stream().anyMatch(line::startsWith);
    }

    /** The next frame, from the top on. */
    public void add(String type, String method, int line) {
        own &= isOwn(type) || type.startsWith(LINKAGE);
        if (!own) {
            lines.add(type + "." + method + ":" + line);
        }
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
