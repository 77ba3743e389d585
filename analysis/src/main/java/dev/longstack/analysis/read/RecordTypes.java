package dev.longstack.analysis.read;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of a chunk may be, by type id, and how many of each a walk has met. */
final class RecordTypes {
    /** Ids are small: the JVM counts them up. */
    private static final int SMALL = 1 << 14;

    private final @Nullable RecordType[] small = new RecordType[SMALL];
    private final Map<Long, RecordType> large = new HashMap<>();

    /** A type, and how many of its events there are. */
    static final class RecordType {
        private final String name;
        private final boolean isEvent;
        private final @Nullable Layout layout;
        private long held;

        RecordType(String name, boolean isEvent, @Nullable Layout layout) {
            this.name = name;
            this.isEvent = isEvent;
            this.layout = layout;
        }

        boolean isEvent() {
            return isEvent;
        }

        void count() {
            held++;
        }

        /** Puts the cursor behind a value, or to its end where nothing says how long one is. */
        void skip(Cursor cursor) {
            cursor.skip(layout);
        }
    }

    RecordTypes(Metadata metadata) {
        metadata.types().forEach((id, type) -> put(id, type, Layout.of(type, metadata.types())));
    }

    private void put(long id, Metadata.Type type, @Nullable Layout layout) {
        put(id, new RecordType(type.name(), type.isEvent(), layout));
    }

    private void put(long id, RecordType type) {
        if (id >= 0 && id < SMALL) {
            small[(int) id] = type;
        } else {
            large.put(id, type);
        }
    }

    /** Null where the metadata has no such type. */
    @Nullable
    RecordType get(long id) {
        return id >= 0 && id < SMALL ? small[(int) id] : large.get(id);
    }

    /** An event whose values do not add up, or whose type nothing describes. */
    void countBad(long id) {
        RecordType type = get(id);
        if (type == null) {
            type = new RecordType("type " + id, false, null);
            put(id, type);
        }
        type.count();
    }

    /** How many events of each type, by its name, there are. */
    Map<String, Long> held() {
        Map<String, Long> counts = new HashMap<>();
        for (RecordType type : small) {
            add(counts, type);
        }
        large.values().forEach(type -> add(counts, type));
        return counts;
    }

    private static void add(Map<String, Long> counts, @Nullable RecordType type) {
        if (type != null && type.held > 0) {
            counts.merge(type.name, type.held, Long::sum);
        }
    }
}
