package dev.longstack.tracked;

import java.util.List;

/** Some of what was left open in a zone could not be disposed of: the first failure is the cause, the others are suppressed. */
public final class DisposalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DisposalException(List<Throwable> failures, int leftOpen) {
        super(
                failures.size() + " of " + leftOpen
                        + " objects that were left open in a zone could not be disposed of; first: " + failures.get(0),
                failures.get(0));
        failures.stream().skip(1).forEach(this::addSuppressed);
    }
}
