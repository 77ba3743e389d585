package dev.longstack.recordings.truth;

import java.util.List;

/**
 * Which request a run is part of, as far as a recorder can know.
 *
 * @param requests what it may say, separated by commas: an id, 0 for none, -1 for unknown, {@code out} for one that was left out
 * @param because {@code sure}, or what makes it unknown
 */
record Belonging(String requests, String because) {
    private static final String NO_REQUEST = "0";
    private static final String UNKNOWN = "-1";

    static final Belonging NONE = new Belonging(NO_REQUEST, "sure");

    static Belonging to(long requestId) {
        return new Belonging(requestId == 0 ? "out" : Long.toString(requestId), "sure");
    }

    /** Of a thread that is started here, and of all below it: it may live on and work for anybody. */
    Belonging ofThread(String kind) {
        return equals(NONE) ? this : ofQueue(kind);
    }

    /** Of what a run that belongs here does after it took something from a queue: it is done for who put it there. */
    Belonging ofQueue(String kind) {
        return new Belonging(maySay(NO_REQUEST) ? UNKNOWN + "," + NO_REQUEST : UNKNOWN, kind);
    }

    /** The same, or unknown: it depends on whether there was something to take from a queue. */
    Belonging maybeUnknown(String kind) {
        return maySay(UNKNOWN) ? this : new Belonging(requests + "," + UNKNOWN, kind);
    }

    /** Periodic work tops a tree of its own: it may be said to be in no request. */
    Belonging ofPeriodic() {
        return maySay(NO_REQUEST) ? this : new Belonging(requests + "," + NO_REQUEST, because);
    }

    private boolean maySay(String word) {
        return List.of(requests.split(",")).contains(word);
    }
}
