package dev.longstack.jmc;

import org.eclipse.swt.graphics.GC;

/** Texts that fit. UI thread. */
final class Ellipsis {
    private static final String DOTS = "…";

    private Ellipsis() {}

    /** The text where it fits into the width, else as much of its begin as does, with an ellipsis; empty where not even that fits. */
    static String of(GC gc, String text, int width) {
        if (width <= 0 || text.isEmpty()) {
            return "";
        }
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int fits = 0;
        int not = text.length();
        while (not - fits > 1) {
            int middle = (fits + not) >>> 1;
            if (gc.textExtent(text.substring(0, middle) + DOTS).x <= width) {
                fits = middle;
            } else {
                not = middle;
            }
        }
        return fits == 0 ? "" : text.substring(0, fits).stripTrailing() + DOTS;
    }
}
