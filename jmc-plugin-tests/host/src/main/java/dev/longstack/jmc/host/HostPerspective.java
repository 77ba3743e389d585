package dev.longstack.jmc.host;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** An editor area with nothing around it. */
public final class HostPerspective implements IPerspectiveFactory {
    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(true);
        layout.addView("dev.longstack.jmc.asyncstack", IPageLayout.BOTTOM, 0.78f, layout.getEditorArea());
    }
}
