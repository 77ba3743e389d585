package dev.longstack.analysis.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of a chunk, by their ids, as its metadata event describes them: only what it takes to find a record's end. */
final class Metadata {
    /** The type id of the metadata event itself. */
    static final long TYPE_ID = 0;

    private static final String EVENT = "jdk.jfr.Event";
    private static final int MAX_DEPTH = 20;

    private final Map<Long, Type> types = new HashMap<>();
    private final List<@Nullable String> texts = new ArrayList<>();
    private final Cursor cursor;

    /** A type; of a simple one its only field is all that is written. */
    record Type(long id, String name, boolean isEvent, List<Field> fields) {}

    /** A field; one of a constant holds a number that leads to its value. */
    record Field(String name, long typeId, boolean isArray, boolean isConstant) {}

    private record Attributes(Map<String, String> values) {
        long number(String name) {
            try {
                return Long.parseLong(values.getOrDefault(name, "-1"));
            } catch (NumberFormatException e) {
                return -1;
            }
        }
    }

    private Metadata(Cursor cursor) {
        this.cursor = cursor;
    }

    /** From behind the type id of its event on; null if it does not add up. */
    static @Nullable Metadata of(Cursor cursor) {
        Metadata metadata = new Metadata(cursor);
        return metadata.read() ? metadata : null;
    }

    Map<Long, Type> types() {
        return types;
    }

    private boolean read() {
        cursor.skipNumber(); // start
        cursor.skipNumber(); // duration
        cursor.skipNumber(); // id of this version of the metadata
        for (int left = cursor.count(); left > 0 && !cursor.hasFailed(); left--) {
            texts.add(Strings.read(cursor));
        }
        element(new ArrayList<>(), 0);
        return cursor.isThrough() && !types.isEmpty();
    }

    /** Adds the fields of the element to those of the one around it. */
    private void element(List<Field> outer, int depth) {
        String kind = text();
        Map<String, String> values = new HashMap<>();
        for (int left = cursor.count(); left > 0 && !cursor.hasFailed(); left--) {
            values.put(text(), text());
        }
        List<Field> fields = new ArrayList<>();
        for (int left = cursor.count(); left > 0 && !cursor.hasFailed(); left--) {
            if (depth == MAX_DEPTH) {
                cursor.fail();
                return;
            }
            element(fields, depth + 1);
        }
        add(kind, new Attributes(values), fields, outer);
    }

    private void add(String kind, Attributes attributes, List<Field> fields, List<Field> outer) {
        String name = attributes.values().getOrDefault("name", "");
        if (kind.equals("field")) {
            boolean isConstant = attributes.values().containsKey("constantPool");
            outer.add(new Field(name, attributes.number("class"), attributes.number("dimension") > 0, isConstant));
        } else if (kind.equals("class")) {
            boolean isEvent = EVENT.equals(attributes.values().get("superType"));
            types.put(attributes.number("id"), new Type(attributes.number("id"), name, isEvent, fields));
        }
    }

    private String text() {
        int index = (int) cursor.number();
        String text = index < 0 || index >= texts.size() ? null : texts.get(index);
        if (text == null) {
            cursor.fail();
            return "";
        }
        return text;
    }
}
