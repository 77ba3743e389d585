package dev.longstack.record;

/** How the recorder was told to work: set once, before the first context. */
public final class Settings {
    /** Which creations have their stack taken. */
    public enum Stacks {
        ALL,
        SAMPLED,
        NONE
    }

    private static volatile Settings current = new Settings(Stacks.SAMPLED, 1, 50_000, true, "");

    final Stacks stacks;
    final int sampleEvery;
    final long eventsPerSecond;
    final boolean uris;
    final String text;

    /**
     * @param stacks which creations have their stack taken
     * @param sampleEvery one in how many roots is recorded at the most, from 1 on
     * @param eventsPerSecond the budget above which fewer roots are recorded; 0 for none
     * @param uris whether the path that a request asked for is recorded beside its name
     * @param text the options as they were given, for the recording
     */
    public Settings(Stacks stacks, int sampleEvery, long eventsPerSecond, boolean uris, String text) {
        this.stacks = stacks;
        this.sampleEvery = sampleEvery;
        this.eventsPerSecond = eventsPerSecond;
        this.uris = uris;
        this.text = text;
    }

    /** Replaces the settings for all threads. */
    public static void use(Settings settings) {
        current = settings;
        Budget.restart(settings);
    }

    static Settings current() {
        return current;
    }
}
