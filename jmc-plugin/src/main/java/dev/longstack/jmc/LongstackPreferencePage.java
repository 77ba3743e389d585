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
        setDescription("Asynchronous requests and stacks of recordings that were made with the Longstack agent.");
    }

    @Override
    protected void createFieldEditors() {
        add(Preferences.JDK_STEPS, "List the inner steps of the JDK's own classes");
        add(Preferences.JDK_FRAMES, "Show frames of the JDK in async stacks");
        add(Preferences.LANES_BY_OPERATION, "Begin timelines with a lane for each operation instead of each thread");
    }

    private void add(String name, String label) {
        addField(new BooleanFieldEditor(name, label, getFieldEditorParent()));
    }

    @Override
    protected Control createContents(Composite parent) {
        Control contents = super.createContents(parent);
        Link guide = new Link(parent, SWT.NONE);
        guide.setText("How to read them: <a>the guide</a>");
        guide.setLayoutData(new GridData());
        guide.addListener(SWT.Selection, event -> Guide.open());
        return contents;
    }
}
