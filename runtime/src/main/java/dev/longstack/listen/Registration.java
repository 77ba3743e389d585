package dev.longstack.listen;

/** What was registered, for who registered it alone: to close it takes it away again. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    /** From now on it is bound to nothing that begins; again: nothing. */
    @Override
    void close();
}
