package dev.longstack.analysis.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts as a recording has them: a byte that says how, then what. */
final class Strings {
    private static final byte NULL = 0;
    private static final byte EMPTY = 1;
    private static final byte CONSTANT = 2;
    static final byte UTF_8 = 3;
    static final byte CHARACTERS = 4;
    static final byte LATIN_1 = 5;

    private Strings() {}

    static void skip(Cursor cursor) {
        switch (cursor.next()) {
            case NULL, EMPTY -> {}
            case CONSTANT -> cursor.skipNumber();
            case UTF_8, LATIN_1 -> cursor.skip(cursor.number());
            case CHARACTERS -> skipCharacters(cursor);
            default -> cursor.fail();
        }
    }

    private static void skipCharacters(Cursor cursor) {
        for (int left = cursor.count(); left > 0 && !cursor.hasFailed(); left--) {
            cursor.skipNumber();
        }
    }

    /** The text itself; null for none, and for one that stands elsewhere. */
    static @Nullable String read(Cursor cursor) {
        switch (cursor.next()) {
            case NULL -> {
                return null;
            }
            case EMPTY -> {
                return "";
            }
            case UTF_8 -> {
                return bytes(cursor, StandardCharsets.UTF_8);
            }
            case LATIN_1 -> {
                return bytes(cursor, StandardCharsets.ISO_8859_1);
            }
            case CHARACTERS -> {
                return characters(cursor);
            }
            default -> {
                cursor.fail();
                return null;
            }
        }
    }

    private static String bytes(Cursor cursor, Charset charset) {
        byte[] bytes = new byte[cursor.count()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = cursor.next();
        }
        return new String(bytes, charset);
    }

    private static String characters(Cursor cursor) {
        int count = cursor.count();
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) cursor.number());
        }
        return text.toString();
    }
}
