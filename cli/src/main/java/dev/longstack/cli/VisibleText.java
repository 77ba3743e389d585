package dev.longstack.cli;

/**
 * Text for terminals: control characters, and whatever reorders text or takes no space, are spelled out as {@code \u001b}, so
 * names in a recording can neither steer a terminal nor look like other names.
 */
final class VisibleText {
    private static final String ELLIPSIS = "…";
    private static final int FIRST_COMBINING = 0x300;

    /** First and last of each range of characters that take two columns, after Unicode's East Asian Width. */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0xa4cf, 0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f,
        0xff00, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18aff, 0x1b000, 0x1b2ff, 0x1f300, 0x1f64f, 0x1f680, 0x1f6ff, 0x1f900,
        0x1f9ff, 0x20000, 0x3fffd
    };

    /** First and last of each range of characters without a glyph that Unicode does not count as format characters. */
    private static final int[] BLANK = {
        0x034f, 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180f, 0x3164, 0x3164, 0xfe00, 0xfe0f, 0xffa0, 0xffa0,
        0xe0100, 0xe01ef
    };

    private VisibleText() {}

    /** The text, with an ellipsis for what does not fit into so many columns. */
    static String of(String text, int mostColumns) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), mostColumns));
        int columns = 0;
        int fits = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            columns += append(character, shown);
            if (columns > mostColumns) {
                shown.setLength(fits);
                return shown.append(ELLIPSIS).toString();
            }
            if (columns < mostColumns) {
                fits = shown.length();
            }
        }
        return shown.toString();
    }

    /** The columns it takes. */
    private static int append(int character, StringBuilder shown) {
        if (isInvisible(character)) {
            String escape = escape(character);
            shown.append(escape);
            return escape.length();
        }
        shown.appendCodePoint(character);
        return width(character);
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                Character.isBmpCodePoint(character)
                        ? String.format("\\u%04x", character)
                        : String.format("\\u{%x}", character);
        };
    }

    /** Whether a terminal would act on it, or show nothing or something unknown. */
    static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isIn(BLANK, character);
        };
    }

    /** The columns that visible text takes. */
    static int columns(String visible) {
        return visible.codePoints().map(VisibleText::width).sum();
    }

    private static int width(int character) {
        if (character < FIRST_COMBINING) {
            return 1;
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isIn(WIDE, character) ? 2 : 1;
    }

    private static boolean isIn(int[] ranges, int character) {
        for (int n = 0; n < ranges.length && ranges[n] <= character; n += 2) {
            if (character <= ranges[n + 1]) {
                return true;
            }
        }
        return false;
    }
}
