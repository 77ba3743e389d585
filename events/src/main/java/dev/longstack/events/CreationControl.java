package dev.longstack.events;

import java.util.Set;
import jdk.jfr.SettingControl;

/**
 * The setting {@code longstack.ContextCreation#creations}: {@code sampled} (default) records the creations whose stack trace
 * is taken, {@code all} records every creation. {@code sampled+arguments} and {@code all+arguments} record the significant arguments
 * of creating calls as well, which may hold secrets. With several recordings, the more detailed value wins.
 *
 * <p>One setting covers both, since JDK 17 confuses two settings of the same event. JFR calls it under its own lock; {@link #all} and {@link
 * #arguments} may be read from any thread.
 */
public final class CreationControl extends SettingControl {
    private static final String ALL = "all";
    private static final String SAMPLED = "sampled";
    private static final String ARGUMENTS = "+arguments";

    private static volatile boolean all;
    private static volatile boolean arguments;

    private String value = SAMPLED;

    /** Whether a running recording asks for every creation. */
    public static boolean all() {
        return all;
    }

    /** Whether a running recording asks for the arguments of creating calls. */
    public static boolean arguments() {
        return arguments;
    }

    @Override
    public String combine(Set<String> values) {
        boolean wantsAll = values.stream().anyMatch(each -> each.startsWith(ALL));
        boolean wantsArguments = values.stream().anyMatch(each -> each.endsWith(ARGUMENTS));
        return (wantsAll ? ALL : SAMPLED) + (wantsArguments ? ARGUMENTS : "");
    }

    @Override
    public void setValue(String value) {
        this.value = value;
        all = value.startsWith(ALL);
        arguments = value.endsWith(ARGUMENTS);
    }

    @Override
    public String getValue() {
        return value;
    }
}
