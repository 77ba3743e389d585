package dev.longstack.analysis.text;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.source.StackLines;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.stack.AsyncStack.Boundary;
import dev.longstack.analysis.stack.AsyncStack.Source;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.events.ContextKind;
import java.util.ArrayList;
import java.util.List;

/** An async stack as lines. */
public final class StackText {
    private static final String LAMBDA_CLASS = "$$Lambda";

    private StackText() {}

    /** What a line is. */
    public enum Kind {
        FRAME,
        /** Between two stacks: the step that ran, and how it came about. */
        BOUNDARY,
        NOTE
    }

    /**
     * A line.
     *
     * @param contextRow the step that a boundary is of; {@link ContextTable#NO_ROW} for none
     */
    public record Line(Kind kind, String text, int contextRow) {}

    /**
     * What is asked for.
     *
     * @param jdk frames of the JDK
     * @param own frames of the recorder
     * @param linked what lies beyond the event's own stack
     */
    public record Options(boolean jdk, boolean own, boolean linked) {
        /** All but the recorder's frames. */
        public static final Options DEFAULT = new Options(true, false, true);
    }

    /** The lines, innermost first. */
    public static List<Line> lines(AsyncStack stack, Options options) {
        List<Line> lines = new ArrayList<>();
        frames(stack.now(), options, lines);
        if (!options.linked()) {
            return lines;
        }
        for (Boundary boundary : stack.boundaries()) {
            lines.add(new Line(Kind.BOUNDARY, sentence(boundary), boundary.row()));
            if (!isRequest(boundary)) {
                if (boundary.source() == Source.TYPICAL) {
                    note(
                            "typical stack of this call site, taken " + boundary.seen() + " of " + boundary.created()
                                    + " times, not for this creation",
                            lines);
                } else if (boundary.source() == Source.NOT_RECORDED) {
                    note("stack not recorded", lines);
                }
                frames(boundary.frames(), options, lines);
            }
        }
        note(stack.end().sentence(), lines);
        return lines;
    }

    private static void note(String text, List<Line> lines) {
        lines.add(new Line(Kind.NOTE, text, ContextTable.NO_ROW));
    }

    private static void frames(List<String> frames, Options options, List<Line> lines) {
        for (String frame : frames) {
            if (frame.contains(LAMBDA_CLASS)) {
                // made up by the JVM; the frame before it is the lambda's own method
                continue;
            }
            boolean asked = StackLines.isOwn(frame) ? options.own() : options.jdk() || !StepNames.isJdkFrame(frame);
            if (asked) {
                lines.add(new Line(Kind.FRAME, clickable(frame), ContextTable.NO_ROW));
            }
        }
    }

    private static boolean isRequest(Boundary boundary) {
        return boundary.kind().equals(ContextKind.REQUEST.word());
    }

    private static String sentence(Boundary boundary) {
        String ran = boundary.runningThread() == null
                ? "did not run"
                : "ran on " + StepNames.thread(boundary.runningThread());
        String queued = boundary.queueNanos() == ContextTable.UNKNOWN || isRequest(boundary)
                ? ""
                : ", queued " + Durations.of(boundary.queueNanos());
        String created = isRequest(boundary) || boundary.creationThread() == null
                ? ""
                : ", created on " + StepNames.thread(boundary.creationThread());
        return boundary.name() + " – " + ran + queued + created;
    }

    /** {@code shop.Shop.price:88} in the form that IDEs link to the source: {@code shop.Shop.price(Shop.java:88)}. */
    static String clickable(String frame) {
        int colon = frame.lastIndexOf(':');
        int method = frame.lastIndexOf('.', colon);
        if (colon < 0 || method < 0) {
            return frame;
        }
        String type = frame.substring(frame.lastIndexOf('.', method - 1) + 1, method);
        int nested = type.indexOf('$');
        String file = (nested > 0 ? type.substring(0, nested) : type) + ".java";
        int line = Integer.parseInt(frame.substring(colon + 1));
        return frame.substring(0, colon) + "(" + (line < 0 ? "Unknown Source" : file + ":" + line) + ")";
    }

    /** As a program prints a stack trace. */
    public static String copy(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            switch (line.kind()) {
                case FRAME -> text.append("\tat ").append(line.text()).append('\n');
                case BOUNDARY -> text.append("── ").append(line.text()).append('\n');
                case NOTE -> text.append("   (").append(line.text()).append(")\n");
            }
        }
        return text.toString();
    }
}
