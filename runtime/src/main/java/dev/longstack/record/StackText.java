package dev.longstack.record;

import java.lang.StackWalker.StackFrame;
import java.util.stream.Collectors;

/** A stack as text, a frame a line, without the recorder's own frames: what a periodic event can tell of a stack. */
final class StackText {
    private static final int MAX_FRAMES = 64;
    private static final String OWN = "dev.longstack.";

    private StackText() {}

    static String ofCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.dropWhile(frame -> frame.getClassName().startsWith(OWN))
                        .limit(MAX_FRAMES)
                        .map(StackText::line)
                        .collect(Collectors.joining("\n")));
    }

    private static String line(StackFrame frame) {
        return frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }

    /** The other way round. */
    static Throwable parse(String message, String text) {
        Throwable parsed = new Throwable(message, null);
        parsed.setStackTrace(text.lines().map(StackText::frame).toArray(StackTraceElement[]::new));
        return parsed;
    }

    private static StackTraceElement frame(String line) {
        int colon = line.lastIndexOf(':');
        int dot = line.lastIndexOf('.', colon);
        return new StackTraceElement(
                line.substring(0, dot),
                line.substring(dot + 1, colon),
                null,
                Integer.parseInt(line.substring(colon + 1)));
    }
}
