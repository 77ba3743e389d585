package dev.longstack.analysis.table;

/** From ids to rows: open addressing, 12 bytes an id at most half full. Ids are neither 0 nor negative. */
public final class IdIndex {
    /** No row for the id. */
    public static final int NO_ROW = -1;

    private long[] ids = new long[32];
    private int[] rows = new int[32];
    private int size;

    /** The row of the id; {@link #NO_ROW} for none. */
    public int rowOf(long id) {
        int slot = slotOf(id);
        return ids[slot] == id && id != 0 ? rows[slot] : NO_ROW;
    }

    /** Puts an id that is not there yet. */
    public void put(long id, int row) {
        if (size * 2 >= ids.length) {
            grow();
        }
        int slot = slotOf(id);
        ids[slot] = id;
        rows[slot] = row;
        size++;
    }

    private int slotOf(long id) {
        int mask = ids.length - 1;
        // ids come in blocks of consecutive ones: neighbours stay neighbours, which caches like
        int slot = (int) (id ^ id >>> 32) & mask;
        while (ids[slot] != 0 && ids[slot] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldRows = rows;
        ids = new long[oldIds.length * 2];
        rows = new int[ids.length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                int slot = slotOf(oldIds[i]);
                ids[slot] = oldIds[i];
                rows[slot] = oldRows[i];
            }
        }
    }
}
