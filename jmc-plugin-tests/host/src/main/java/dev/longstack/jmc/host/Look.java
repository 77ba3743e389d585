package dev.longstack.jmc.host;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Opens a recording and the view of its requests, and waits until that has rows. UI thread. */
final class Look {
    private static final String VIEW = "dev.longstack.jmc.requests";
    private static final int TRIES = 300;
    private static final int MILLIS = 100;

    private final Consumer<Boolean> shown;
    private int tries;

    private Look(Consumer<Boolean> shown) {
        this.shown = shown;
    }

    /** Whether the plug-in is installed. */
    static boolean isThere() {
        return PlatformUI.getWorkbench().getViewRegistry().find(VIEW) != null;
    }

    /** Tells whether the view shows rows, within half a minute. */
    static void at(Path recording, Consumer<Boolean> shown) {
        try {
            IWorkbenchPage page =
                    PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            page.openEditor(new RecordingEditor.Input(recording), RecordingEditor.ID);
            page.showView("dev.longstack.jmc.asyncstack");
            page.showView(VIEW);
            new Look(shown).again();
        } catch (PartInitException e) {
            System.err.println("the view can't be opened: " + e.getMessage());
            shown.accept(false);
        }
    }

    private void again() {
        int rows = rows(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell());
        if (rows > 0 || tries++ > TRIES) {
            System.out.println("the view shows " + rows + " requests");
            shown.accept(rows > 0);
        } else {
            Display.getCurrent().timerExec(MILLIS, this::again);
        }
    }

    private static int rows(Control control) {
        int rows = control instanceof Table table && table.isVisible() ? table.getItemCount() : 0;
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                rows += rows(child);
            }
        }
        return rows;
    }
}
