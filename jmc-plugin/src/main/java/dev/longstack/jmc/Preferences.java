package dev.longstack.jmc;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** What users may set. */
public final class Preferences extends AbstractPreferenceInitializer {
    /** Whether the JDK's inner steps are listed. */
    static final String JDK_STEPS = "jdkSteps";
    /** Whether async stacks begin with the JDK's frames shown. */
    static final String JDK_FRAMES = "jdkFrames";
    /** Whether timelines begin with a lane an operation instead of a thread. */
    static final String LANES_BY_OPERATION = "lanesByOperation";

    private static final IPreferenceStore STORE = new ScopedPreferenceStore(InstanceScope.INSTANCE, Icons.BUNDLE);

    static IPreferenceStore store() {
        return STORE;
    }

    @Override
    public void initializeDefaultPreferences() {
        STORE.setDefault(JDK_STEPS, false);
        STORE.setDefault(JDK_FRAMES, true);
        STORE.setDefault(LANES_BY_OPERATION, false);
    }
}
