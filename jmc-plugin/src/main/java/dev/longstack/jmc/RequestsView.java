package dev.longstack.jmc;

import java.util.concurrent.Callable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.openjdk.jmc.common.item.IItemCollection;

/** The requests of the active editor's recording, in a view: where Mission Control has no pages, or in a window of their own. */
public final class RequestsView extends ViewPart implements Host {
    /** As plugin.xml has it. */
    public static final String ID = "dev.longstack.jmc.requests";

    private final ItemSelection selection = new ItemSelection();
    private PaneState restored = new PaneState();
    private RequestsPane pane;
    private EditorFollower follower;
    private IEditorPart editor;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        restored = PaneState.of(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        getSite().setSelectionProvider(selection);
        pane = new RequestsPane(parent, this);
        pane.restore(restored);
        follower = new EditorFollower(getSite().getPage(), this::follow);
    }

    private void follow(IEditorPart active) {
        Callable<IItemCollection> items = MissionControl.itemsOf(active);
        if (items == null) {
            if (active == null) {
                editor = null;
                pane.clear("Open a recording to see its asynchronous requests.");
            }
            return;
        }
        editor = active;
        pane.open(active, getSite().getPage(), items);
    }

    @Override
    public void select(IItemCollection items) {
        selection.give(items);
    }

    @Override
    public boolean hasEventBrowser() {
        return MissionControl.isHere();
    }

    @Override
    public void showInEventBrowser(IItemCollection items) {
        MissionControl.showInEventBrowser(editor, items);
    }

    /** Mission Control's property sheet, so that it shows the events that are selected here. */
    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IPropertySheetPage.class && editor != null) {
            T sheet = editor.getAdapter(adapter);
            if (sheet != null) {
                return sheet;
            }
        }
        return super.getAdapter(adapter);
    }

    @Override
    public void saveState(IMemento memento) {
        pane.state().saveTo(memento);
    }

    @Override
    public void setFocus() {
        pane.setFocus();
    }

    @Override
    public void dispose() {
        if (follower != null) {
            follower.stop();
        }
        super.dispose();
    }

    RequestsPane pane() {
        return pane;
    }
}
