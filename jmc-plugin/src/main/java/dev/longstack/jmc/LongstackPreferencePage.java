package dev.longstack.jmc;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The preferences, under those of Flight Recorder. */
public final class LongstackPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    public LongstackPreferencePage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(Preferences.store());
        setDescription("How to show asynchronous requests and stacks in recordings made with the Longstack agent:");
    }

    @Override
    protected void createFieldEditors() {
        add(Preferences.JDK_STEPS, "Show internal steps of JDK classes");
        add(Preferences.JDK_FRAMES, "Show JDK frames in async stacks");
        add(Preferences.LANES_BY_OPERATION, "Start timelines with one lane per operation instead of one per thread");
    }

    private void add(String name, String label) {
        addField(new BooleanFieldEditor(name, label, getFieldEditorParent()));
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        Link guide = new Link(parent, SWT.NONE);
        guide.setText("See the <a>guide</a> for how to read them.");
        guide.setLayoutData(new GridData());
        guide.addListener(SWT.Selection, event -> Guide.open());
        return contents;
    }
}
