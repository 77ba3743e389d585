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
    /** The category of our events. */
    private static final String OWN_CATEGORY = "Longstack";

    private static final int MAX_DEPTH = 20;

    private final Map<Long, Type> types = new HashMap<>();
    private final List<@Nullable String> texts = new ArrayList<>();
    private final Cursor cursor;

    /** A type, whether it is one of events, and whether it is in our category; its name may have been damaged. */
    record Type(long id, String name, boolean isEvent, boolean isOwn, List<Field> fields) {}

    /** A field; one of a constant holds a number that leads to its value. */
    record Field(String name, long typeId, boolean isArray, boolean isConstant) {}

    /** What is inside of an element. */
    private static final class Children {
        private final List<Field> fields = new ArrayList<>();
        private boolean areOwn;
    }

    private record Attributes(Map<String, String> values) {
        String name() {
            return values.getOrDefault("name", "");
        }

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
        element(new Children(), 0);
        return cursor.isThrough() && !types.isEmpty();
    }

    /** Adds what the element is to the one around it. */
    private void element(Children outer, int depth) {
        String kind = text();
        Map<String, String> values = new HashMap<>();
        for (int left = cursor.count(); left > 0 && !cursor.hasFailed(); left--) {
            values.put(text(), text());
        }
        Children children = new Children();
        for (int left = cursor.count(); left > 0 && !cursor.hasFailed(); left--) {
            if (depth == MAX_DEPTH) {
                cursor.fail();
                return;
            }
            element(children, depth + 1);
        }
        Attributes attributes = new Attributes(values);
        switch (kind) {
            case "class" -> addType(attributes, children);
            case "field" -> outer.fields.add(field(attributes));
            case "annotation" -> outer.areOwn |= values.containsValue(OWN_CATEGORY);
            default -> {}
        }
    }

    private void addType(Attributes attributes, Children children) {
        long id = attributes.number("id");
        boolean isEvent = EVENT.equals(attributes.values().get("superType"));
        types.put(id, new Type(id, attributes.name(), isEvent, children.areOwn, children.fields));
    }

    private static Field field(Attributes attributes) {
        return new Field(
                attributes.name(),
                attributes.number("class"),
                attributes.number("dimension") > 0,
                attributes.values().containsKey("constantPool"));
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
