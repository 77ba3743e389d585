package dev.longstack.cli;

/** A command can't do what it was asked: a sentence for the user. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1;

    CommandException(String message) {
        super(message);
    }
}
