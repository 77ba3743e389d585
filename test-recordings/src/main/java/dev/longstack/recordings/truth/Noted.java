package dev.longstack.recordings.truth;

/** A run that is to come, once it is there. */
final class Noted {
    private volatile Run run = Run.NOWHERE;

    void set(Run here) {
        run = here;
    }

    Run get() {
        return run;
    }

    Trigger trigger() {
        return Trigger.of(run);
    }
}
