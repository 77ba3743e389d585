package dev.longstack.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers as users type them. */
final class Numbers {
    private Numbers() {}

    /** How many, or which one: from 1 on. */
    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            int count = parsed(text);
            if (count < 1) {
                throw new TypeConversionException(
                        "'" + text + "' is not a whole number from 1 to " + Integer.MAX_VALUE);
            }
            return count;
        }

        private static int parsed(String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }

    /** The id of a context. */
    static final class ContextId implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException(
                        "'" + text + "' is not a context id; 'longstack requests' lists the ids of requests");
            }
        }
    }

    /** A number with its noun: {@code 1 request}, {@code 2,417 contexts}. */
    static String of(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
