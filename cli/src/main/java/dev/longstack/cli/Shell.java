package dev.longstack.cli;

import java.util.regex.Pattern;

/** Commands for the user to type. */
final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+=,-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private Shell() {}

    /** {@code longstack requests app.jfr}, with the command as it was called, and words in quotes where a shell needs them. */
    static String longstack(Object... words) {
        StringBuilder command = new StringBuilder(quoted(System.getProperty("longstack.command", "longstack")));
        for (Object word : words) {
            command.append(' ').append(quoted(word));
        }
        return command.toString();
    }

    static String quoted(Object word) {
        String text = word.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
