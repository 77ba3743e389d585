package dev.longstack.analysis.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the values of a type follow each other, flat, so that its end is found without their meaning. */
final class Layout {
    private static final int MAX_PARTS = 2_000;

    private final Part[] parts;
    private final Layout[] elements;

    private enum Part {
        NUMBER,
        BYTE,
        FOUR_BYTES,
        EIGHT_BYTES,
        STRING,
        ARRAY
    }

    private Layout(List<Part> parts, List<Layout> elements) {
        this.parts = parts.toArray(new Part[0]);
        this.elements = elements.toArray(new Layout[0]);
    }

    /** Of values of the type; null where the metadata does not say. */
    static @Nullable Layout of(Metadata.Type type, Map<Long, Metadata.Type> types) {
        Making making = new Making(types);
        making.add(type, 0);
        return making.made();
    }

    /** Goes over a value; the cursor fails where the bytes are none. */
    void skip(Cursor cursor) {
        int element = 0;
        for (Part part : parts) {
            switch (part) {
                case NUMBER -> cursor.skipNumber();
                case BYTE -> cursor.skip(1);
                case FOUR_BYTES -> cursor.skip(4);
                case EIGHT_BYTES -> cursor.skip(8);
                case STRING -> Strings.skip(cursor);
                case ARRAY -> skipArray(cursor, elements[element++]);
            }
        }
    }

    private static void skipArray(Cursor cursor, Layout element) {
        for (int left = cursor.count(); left > 0 && !cursor.hasFailed(); left--) {
            element.skip(cursor);
        }
    }

    private static final class Making {
        private static final int MAX_DEPTH = 8;

        private final Map<Long, Metadata.Type> types;
        private final List<Part> parts = new ArrayList<>();
        private final List<Layout> elements = new ArrayList<>();
        private boolean known = true;

        Making(Map<Long, Metadata.Type> types) {
            this.types = types;
        }

        @Nullable Layout made() {
            return known ? new Layout(parts, elements) : null;
        }

        void add(Metadata.@Nullable Type type, int depth) {
            if (type == null || depth == MAX_DEPTH || parts.size() > MAX_PARTS) {
                known = false;
                return;
            }
            Part primitive = primitive(type.name());
            if (primitive != null) {
                parts.add(primitive);
                return;
            }
            for (Metadata.Field field : type.fields()) {
                add(field, depth);
            }
        }

        private void add(Metadata.Field field, int depth) {
            if (field.isArray()) {
                addArray(field, depth);
            } else if (field.isConstant()) {
                parts.add(Part.NUMBER);
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
                parts.add(Part.ARRAY);
                elements.add(element);
            }
        }

        private static @Nullable Part primitive(String name) {
            return switch (name) {
                case "int", "long", "short", "char" -> Part.NUMBER;
                case "boolean", "byte" -> Part.BYTE;
                case "float" -> Part.FOUR_BYTES;
                case "double" -> Part.EIGHT_BYTES;
                case "java.lang.String" -> Part.STRING;
                default -> null;
            };
        }
    }
}
