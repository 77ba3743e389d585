package dev.longstack.analysis.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Strings as small numbers, each string once; row 0 is "none". */
public final class Names {
    /** The row of null. */
    public static final int NONE = 0;

    private final Map<String, Integer> rows = new HashMap<>();
    private final List<@Nullable String> names = new ArrayList<>();
    /** Asked for before: often the same name comes again, as another string whose hash is yet to be computed. */
    private final String[] lastNames = new String[16];

    private final int[] lastRows = new int[16];

    public Names() {
        names.add(null);
    }

    /** The row of the name, added if it is new. */
    public int rowOf(@Nullable String name) {
        if (name == null) {
            return NONE;
        }
        int slot = name.length() & lastNames.length - 1;
        if (name.equals(lastNames[slot])) {
            return lastRows[slot];
        }
        Integer known = rows.get(name);
        int row = known == null ? add(name) : known;
        lastNames[slot] = name;
        lastRows[slot] = row;
        return row;
    }

    /** The row of a name that may be there; {@link #NONE} where it is not. */
    public int find(@Nullable String name) {
        return name == null ? NONE : rows.getOrDefault(name, NONE);
    }

    private int add(String name) {
        names.add(name);
        rows.put(name, names.size() - 1);
        return names.size() - 1;
    }

    /** The name; null for {@link #NONE}. */
    public @Nullable String name(int row) {
        return names.get(row);
    }

    public int size() {
        return names.size();
    }
}
