package dev.longstack.listen;

/** What was registered, for the one who registered it alone: closing it removes it. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    /** From now on it is bound to nothing that begins. Closing it again has no effect. */
    @Override
    void close();
}
