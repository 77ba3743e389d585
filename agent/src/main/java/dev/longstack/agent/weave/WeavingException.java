package dev.longstack.agent.weave;

/** A class is not as its weaving expects it: it stays as it was. */
public final class WeavingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WeavingException(String message) {
        super(message);
    }
}
