package dev.longstack.events;

import java.util.Set;
import jdk.jfr.SettingControl;

/**
 * The setting {@code longstack.ContextCreation#creations}: {@code sampled} (default) records the creations whose stack is
 * taken, {@code all} records every creation. With several recordings the wider one wins.
 *
 * <p>JFR calls it under its own lock; {@link #all} may be read from any thread.
 */
public final class CreationControl extends SettingControl {
    private static final String ALL = "all";
    private static final String SAMPLED = "sampled";

    private static volatile boolean all;

    private String value = SAMPLED;

    /** Whether a running recording wants every creation. */
    public static boolean all() {
        return all;
    }

    @Override
    public String combine(Set<String> values) {
        return values.contains(ALL) ? ALL : SAMPLED;
    }

    @Override
    public void setValue(String value) {
        this.value = value;
        all = ALL.equals(value);
    }

    @Override
    public String getValue() {
        return value;
    }
}
