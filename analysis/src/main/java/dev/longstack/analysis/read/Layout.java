package dev.longstack.analysis.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a type follow each other, flat, so that its end is found without their meaning. Each byte of a recording goes
 * through here: it works on indexes rather than on a cursor, and takes numbers in a row at once.
 */
final class Layout {
    private static final int NOWHERE = -1;
    private static final int MAX_PARTS = 2_000;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** How many numbers follow, or one of these. */
    private static final int FOUR_BYTES = -4;

    private static final int EIGHT_BYTES = -8;
    private static final int BYTE = -1;
    private static final int STRING = -2;
    private static final int ARRAY = -3;

    private final int[] parts;
    private final Layout[] elements;

    private Layout(List<Integer> parts, List<Layout> elements) {
        this.parts = parts.stream().mapToInt(Integer::intValue).toArray();
        this.elements = elements.toArray(new Layout[0]);
    }

    /** Of values of the type; null where the metadata does not say. */
    static @Nullable Layout of(Metadata.Type type, Map<Long, Metadata.Type> types) {
        Making making = new Making(types);
        making.add(type, 0);
        return making.made();
    }

    /** Where a value that begins at the index ends, at most at the limit; -1 where the bytes are none. */
    int end(byte[] bytes, int from, int limit) {
        int at = from;
        int element = 0;
        for (int part : parts) {
            switch (part) {
                case BYTE, FOUR_BYTES, EIGHT_BYTES -> at -= part;
                case STRING -> at = endOfString(bytes, at, limit);
                case ARRAY -> at = elements[element++].endOfArray(bytes, at, limit);
                default -> at = endOfNumbers(part, bytes, at, limit);
            }
            if (at < 0 || at > limit) {
                return NOWHERE;
            }
        }
        return at;
    }

    /** Eight bytes at a time: of a number each byte but the last has its highest bit set, and a ninth is the last whatever it is. */
    private static int endOfNumbers(int count, byte[] bytes, int from, int limit) {
        int at = from;
        int left = count;
        while (left > 0 && limit - at > Long.BYTES) {
            long lasts = ~(long) WORDS.get(bytes, at) & HIGHEST_BITS;
            int ended = Long.bitCount(lasts);
            if (ended == 0) {
                at += Long.BYTES + 1;
                left--;
                continue;
            }
            for (int more = ended - left; more > 0; more--) {
                lasts ^= Long.highestOneBit(lasts);
            }
            at += Long.BYTES - Long.numberOfLeadingZeros(lasts) / Byte.SIZE;
            left -= Math.min(left, ended);
        }
        return left == 0 ? at : endOfLastNumbers(left, bytes, at, limit);
    }

    private static int endOfLastNumbers(int count, byte[] bytes, int from, int limit) {
        int at = from;
        for (int left = count; left > 0; left--) {
            int last = at + Long.BYTES;
            do {
                if (at >= limit) {
                    return NOWHERE;
                }
            } while (bytes[at++] < 0 && at <= last);
        }
        return at;
    }

    private static int endOfString(byte[] bytes, int from, int limit) {
        if (limit - from > 1 && bytes[from + 1] >= 0) {
            // mostly it is short
            int length = bytes[from + 1];
            switch (bytes[from]) {
                case Strings.CHARACTERS -> {
                    return endOfNumbers(length, bytes, from + 2, limit);
                }
                case Strings.UTF_8, Strings.LATIN_1 -> {
                    return from + 2 + length;
                }
                default -> {}
            }
        }
        Cursor cursor = new Cursor().over(bytes, from, limit);
        Strings.skip(cursor);
        return cursor.hasFailed() ? NOWHERE : cursor.at();
    }

    private int endOfArray(byte[] bytes, int from, int limit) {
        Cursor cursor = new Cursor().over(bytes, from, limit);
        int count = cursor.count();
        int at = cursor.hasFailed() ? NOWHERE : cursor.at();
        for (int left = count; left > 0 && at != NOWHERE; left--) {
            at = end(bytes, at, limit);
        }
        return at;
    }

    private static final class Making {
        private static final int MAX_DEPTH = 8;

        private final Map<Long, Metadata.Type> types;
        private final List<Integer> parts = new ArrayList<>();
        private final List<Layout> elements = new ArrayList<>();
        private boolean known = true;

        Making(Map<Long, Metadata.Type> types) {
            this.types = types;
        }

        @Nullable
        Layout made() {
            return known ? new Layout(parts, elements) : null;
        }

        void add(Metadata.@Nullable Type type, int depth) {
            if (type == null || depth == MAX_DEPTH || parts.size() > MAX_PARTS) {
                known = false;
                return;
            }
            Integer primitive = primitive(type.name());
            if (primitive != null) {
                add(primitive);
                return;
            }
            for (Metadata.Field field : type.fields()) {
                add(field, depth);
            }
        }

        /** Numbers in a row become one part. */
        private void add(int part) {
            int last = parts.size() - 1;
            if (part > 0 && last >= 0 && parts.get(last) > 0) {
                parts.set(last, parts.get(last) + part);
            } else {
                parts.add(part);
            }
        }

        private void add(Metadata.Field field, int depth) {
            if (field.isArray()) {
                addArray(field, depth);
            } else if (field.isConstant()) {
                add(1);
            } else {
                add(types.get(field.typeId()), depth + 1);
            }
        }

        private void addArray(Metadata.Field field, int depth) {
            Making making = new Making(types);
            making.add(new Metadata.Field(field.name(), field.typeId(), false, field.isConstant()), depth + 1);
            Layout element = making.made();
            if (element == null) {
                known = false;
            } else {
                add(ARRAY);
                elements.add(element);
            }
        }

        private static @Nullable Integer primitive(String name) {
            return switch (name) {
                case "int", "long", "short", "char" -> 1;
                case "boolean", "byte" -> BYTE;
                case "float" -> FOUR_BYTES;
                case "double" -> EIGHT_BYTES;
                case "java.lang.String" -> STRING;
                default -> null;
            };
        }
    }
}
