package dev.longstack.jmc;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/** To the clipboard. UI thread. */
final class Clip {
    private Clip() {}

    static void put(Display display, String text) {
        if (!text.isEmpty()) {
            put(display, text, TextTransfer.getInstance());
        }
    }

    static void put(Display display, ImageData image) {
        put(display, image, ImageTransfer.getInstance());
    }

    private static void put(Display display, Object content, Transfer as) {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[] {content}, new Transfer[] {as});
        } finally {
            clipboard.dispose();
        }
    }
}
