package dev.longstack.jmc.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.longstack.jmc.host.RecordingEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** The workbench that the tests run in, as a user sees it. UI thread. */
final class Workbench {
    static final String REQUESTS = "dev.longstack.jmc.requests";
    static final String STACK = "dev.longstack.jmc.asyncstack";

    private static final int WAIT_SECONDS = 60;
    private static final int FEWEST_COLOURS = 12;

    private static long longestDispatch;

    private Workbench() {}

    /** The longest that the user interface was busy with one thing since the last time that this was asked; nanoseconds. */
    static long longestDispatch() {
        long longest = longestDispatch;
        longestDispatch = 0;
        return longest;
    }

    /** Does what a user's click would make the user interface do. */
    static void act(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        longestDispatch = Math.max(longestDispatch, System.nanoTime() - begin);
    }

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    static Shell shell() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
    }

    static RecordingEditor open(Path recording) throws PartInitException {
        return (RecordingEditor) page().openEditor(new RecordingEditor.Input(recording), RecordingEditor.ID);
    }

    /** Closes all editors, and the views that the last test opened. */
    static void clear() throws PartInitException {
        page().closeAllEditors(false);
        IViewPart requests = page().findView(REQUESTS);
        if (requests != null) {
            page().hideView(requests);
        }
        page().resetPerspective();
        spin(100);
    }

    /** Does what the user interface has to do until the condition holds. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + WAIT_SECONDS * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain for " + what);
            }
            step();
        }
    }

    static void spin(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            step();
        }
    }

    private static void step() {
        long begin = System.nanoTime();
        boolean worked = Display.getCurrent().readAndDispatch();
        long took = System.nanoTime() - begin;
        longestDispatch = Math.max(longestDispatch, took);
        if (!worked) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The first control of the type that the condition takes, anywhere in the window. */
    static <T extends Control> T find(Class<T> type, Predicate<T> condition) {
        List<T> found = new ArrayList<>();
        collect(shell(), type, condition, found);
        assertTrue(!found.isEmpty(), "no " + type.getSimpleName() + " of this kind is in the window");
        return found.get(0);
    }

    static <T extends Control> boolean has(Class<T> type, Predicate<T> condition) {
        List<T> found = new ArrayList<>();
        collect(shell(), type, condition, found);
        return !found.isEmpty();
    }

    private static <T extends Control> void collect(
            Control control, Class<T> type, Predicate<T> condition, List<T> found) {
        if (!control.isVisible()) {
            return;
        }
        if (type.isInstance(control) && condition.test(type.cast(control))) {
            found.add(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, type, condition, found);
            }
        }
    }

    /** Sends an event to a control, as a click or a key makes it. */
    static void send(Control control, int type, int x, int y, int detail) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        event.button = 1;
        event.count = detail;
        event.widget = control;
        control.notifyListeners(type, event);
    }

    /** A picture of the whole window, which must show something. */
    static ImageData shoot(String name) throws IOException {
        shell().forceActive();
        spin(400);
        Rectangle bounds = shell().getBounds();
        Display display = shell().getDisplay();
        Image image = new Image(display, bounds.width, bounds.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, bounds.x, bounds.y);
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            Path folder = Files.createDirectories(Path.of(System.getProperty("longstack.pictures")));
            loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
            assertTrue(colours(loader.data[0]) >= FEWEST_COLOURS, "the picture is blank");
            return loader.data[0];
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private static int colours(ImageData picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.height; y += 2) {
            for (int x = 0; x < picture.width; x += 2) {
                colours.add(picture.getPixel(x, y));
            }
        }
        return colours.size();
    }
}
