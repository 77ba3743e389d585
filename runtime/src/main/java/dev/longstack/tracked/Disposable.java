package dev.longstack.tracked;

/** A tracked object that its zone can dispose of; so can it of any {@link AutoCloseable}. */
@FunctionalInterface
public interface Disposable {
    /** Lets go of what it holds. Called at most once, on the thread that ends the zone. */
    void dispose() throws Exception;
}
