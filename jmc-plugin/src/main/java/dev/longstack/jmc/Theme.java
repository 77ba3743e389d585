package dev.longstack.jmc;

import dev.longstack.analysis.source.WaitKind;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.openjdk.jmc.common.util.ColorToolkit;

/** Colours that suit the theme of now. UI thread. */
final class Theme {
    /** What a request did with its time. */
    static final RGB QUEUED = new RGB(224, 155, 61);

    static final RGB RAN = new RGB(63, 127, 191);
    static final RGB WAITED = new RGB(150, 150, 150);
    static final RGB CRITICAL = new RGB(209, 52, 63);
    static final RGB PAUSE = new RGB(190, 90, 160);
    static final RGB HINT = new RGB(70, 150, 90);
    private static final double DARK = 0.5;

    private Theme() {}

    static boolean isDark() {
        Shell shell = Display.getCurrent() == null ? null : Display.getCurrent().getActiveShell();
        Shell[] shells = Display.getCurrent() == null
                ? new Shell[0]
                : Display.getCurrent().getShells();
        Shell any = shell != null || shells.length == 0 ? shell : shells[0];
        return any != null && isDark(any.getBackground().getRGB());
    }

    static boolean isDark(RGB background) {
        return background.getHSB()[2] < DARK;
    }

    /** As Mission Control has them. */
    static RGB ofEvent(WaitKind kind) {
        return switch (kind) {
            case LOCK -> new RGB(229, 115, 35);
            case SIGNAL -> new RGB(190, 140, 60);
            case PARK -> new RGB(120, 120, 130);
            case SLEEP -> new RGB(150, 130, 170);
            case SOCKET -> new RGB(60, 150, 170);
            case FILE -> new RGB(90, 160, 110);
        };
    }

    /** For text on a background: darker on light ones, lighter on dark ones. */
    static RGB textOf(WaitKind kind, RGB background) {
        return mix(ofEvent(kind), isDark(background) ? new RGB(255, 255, 255) : new RGB(0, 0, 0), 0.75);
    }

    /** The same for the same text. */
    static RGB ofOperation(String operation) {
        java.awt.Color color = ColorToolkit.getDistinguishableColor(operation);
        return new RGB(color.getRed(), color.getGreen(), color.getBlue());
    }

    /** A mixture: all of the first for 1, all of the second for 0. */
    static RGB mix(RGB one, RGB other, double share) {
        return new RGB(
                (int) Math.round(one.red * share + other.red * (1 - share)),
                (int) Math.round(one.green * share + other.green * (1 - share)),
                (int) Math.round(one.blue * share + other.blue * (1 - share)));
    }

    /** Black or white. */
    static RGB readableOn(RGB background) {
        double brightness = 0.299 * background.red + 0.587 * background.green + 0.114 * background.blue;
        return brightness > 140 ? new RGB(0, 0, 0) : new RGB(255, 255, 255);
    }

    static Font bold() {
        return JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
    }
}
