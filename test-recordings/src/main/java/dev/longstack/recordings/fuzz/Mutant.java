package dev.longstack.recordings.fuzz;

/** A damaged recording. */
public final class Mutant {
    private final String kind;
    private final byte[] bytes;
    private final boolean sparesValues;
    private final boolean losesChunks;

    Mutant(String kind, byte[] bytes, boolean sparesValues, boolean losesChunks) {
        this.kind = kind;
        this.bytes = bytes;
        this.sparesValues = sparesValues;
        this.losesChunks = losesChunks;
    }

    /** How it was damaged. */
    public String kind() {
        return kind;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Whether whatever values are left are as they were. */
    public boolean sparesValues() {
        return sparesValues;
    }

    /** Whether whole chunks are gone, and nothing else. */
    public boolean losesChunks() {
        return losesChunks;
    }
}
