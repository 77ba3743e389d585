package dev.longstack.record;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stack as text, a frame a line, without the recorder's own frames: what a periodic event can tell of a stack. */
final class StackText {
    private static final int MAX_FRAMES = 64;
    /** Of this class and its neighbours, wherever the build has moved them, and of the API, which it never moves. */
    private static final List<String> OWN = List.of(
            StackText.class.getPackageName() + ".",
            StackText.class.getPackageName().replaceFirst("record$", "propagate."),
            "dev.longstack.context.",
            "dev.longstack.listen.",
            "dev.longstack.deferred.",
            "dev.longstack.tracked.",
            "dev.longstack.stream.",
            "dev.longstack.seam.");

    private StackText() {}

    static String ofCaller() {
        return caller(frames -> frames.map(StackText::line).collect(Collectors.joining("\n")));
    }

    /** The frames of who called the recorder, as far as they are kept. */
    static <T> T caller(Function<Stream<StackFrame>, T> read) {
        return StackWalker.getInstance()
                .walk(frames -> read.apply(frames.dropWhile(StackText::isOwn).limit(MAX_FRAMES)));
    }

    private static boolean isOwn(StackFrame frame) {
        String name = frame.getClassName();
        return OWN.stream().anyMatch(name::startsWith);
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
