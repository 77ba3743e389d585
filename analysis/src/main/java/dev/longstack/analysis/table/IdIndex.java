package dev.longstack.analysis.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From ids to rows. The recorder's ids come in blocks from 1 on: they are in pages, four bytes each. Others, as ids given by hand,
 * go to a table of open addressing.
 */
public final class IdIndex {
    /** No row for the id. */
    public static final int NO_ROW = -1;

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int MOST_PAGES = 1 << 20;
    /** Pages of which only so few ids are used would be a waste. */
    private static final int FEWEST_OF_PAGE = 64;

    /** Rows from 1 on; 0 for none. */
    private int[] @Nullable [] pages = new int[16][];

    private int pageCount;
    private long[] otherIds = new long[32];
    private int[] otherRows = new int[32];
    private int others;
    private int size;

    /** The row of the id; {@link #NO_ROW} for none. Ids are neither 0 nor negative. */
    public int rowOf(long id) {
        long number = id >>> PAGE_BITS;
        int[] page = number < pages.length ? pages[(int) number] : null;
        int row = page == null ? 0 : page[(int) id & PAGE - 1];
        if (row != 0) {
            return row - 1;
        }
        if (others == 0) {
            return NO_ROW;
        }
        int slot = slotOf(id);
        return otherIds[slot] == id && id != 0 ? otherRows[slot] : NO_ROW;
    }

    /** Puts an id that is not there yet. */
    public void put(long id, int row) {
        size++;
        int[] page = pageFor(id >>> PAGE_BITS);
        if (page != null) {
            page[(int) id & PAGE - 1] = row + 1;
            return;
        }
        if (others * 2 >= otherIds.length) {
            grow();
        }
        int slot = slotOf(id);
        otherIds[slot] = id;
        otherRows[slot] = row;
        others++;
    }

    private int @Nullable [] pageFor(long number) {
        if (number >= MOST_PAGES) {
            return null;
        }
        int at = (int) number;
        int[] page = at < pages.length ? pages[at] : null;
        if (page != null) {
            return page;
        }
        if ((long) pageCount * FEWEST_OF_PAGE > size + PAGE) {
            return null;
        }
        if (at >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(at + 1, pages.length * 2));
        }
        int[] added = new int[PAGE];
        pages[at] = added;
        pageCount++;
        return added;
    }

    private int slotOf(long id) {
        int mask = otherIds.length - 1;
        long mixed = id * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (otherIds[slot] != 0 && otherIds[slot] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldIds = otherIds;
        int[] oldRows = otherRows;
        otherIds = new long[oldIds.length * 2];
        otherRows = new int[otherIds.length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                int slot = slotOf(oldIds[i]);
                otherIds[slot] = oldIds[i];
                otherRows[slot] = oldRows[i];
            }
        }
    }
}
