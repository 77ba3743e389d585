package dev.longstack.jmc;

import java.util.function.Consumer;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/** Tells which editor is the active one, each time that changes; null for none. UI thread. */
final class EditorFollower implements IPartListener2 {
    private final IWorkbenchPage page;
    private final Consumer<IEditorPart> changed;
    private IEditorPart current;

    EditorFollower(IWorkbenchPage page, Consumer<IEditorPart> changed) {
        this.page = page;
        this.changed = changed;
        page.addPartListener(this);
        look();
    }

    void stop() {
        page.removePartListener(this);
    }

    private void look() {
        IEditorPart active = page.getActiveEditor();
        if (active != current) {
            current = active;
            changed.accept(active);
        }
    }

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        look();
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference part) {
        look();
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        look();
    }
}
