package dev.longstack.jmc;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.openjdk.jmc.common.item.IItemCollection;

/** Items as the workbench's selection: ours to give, and those of others. UI thread. */
final class ItemSelection implements ISelectionProvider {
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private ISelection selection = StructuredSelection.EMPTY;

    /** Gives these to whoever follows the selection. */
    void give(IItemCollection items) {
        setSelection(new StructuredSelection(items));
    }

    /** Holds nothing any more; nobody is notified. */
    void clear() {
        selection = StructuredSelection.EMPTY;
    }

    /** The items of a selection; null where it has none. Some pages select what adapts to items, some a list of it. */
    static IItemCollection itemsOf(ISelection selection) {
        IItemCollection items = Adapters.adapt(selection, IItemCollection.class);
        return items != null || !(selection instanceof IStructuredSelection structured)
                ? items
                : Adapters.adapt(structured.getFirstElement(), IItemCollection.class);
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection newSelection) {
        selection = newSelection;
        SelectionChangedEvent event = new SelectionChangedEvent(this, newSelection);
        listeners.forEach(listener -> listener.selectionChanged(event));
    }
}
