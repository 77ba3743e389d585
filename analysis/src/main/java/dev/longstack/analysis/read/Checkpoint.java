package dev.longstack.analysis.read;

import org.jspecify.annotations.Nullable;

/**
 * A record that holds constants. Each leads to the one before it; the header leads to the last.
 *
 * @param position of the record in its chunk
 * @param deltaPosition where the way back is written, in the chunk
 * @param deltaLength in how many bytes it is written
 * @param delta the way back; 0 in the first one
 */
record Checkpoint(long position, long deltaPosition, int deltaLength, long delta) {
    static final long TYPE_ID = 1;

    /**
     * Of a record at the position, from behind its type on; null if it does not add up.
     *
     * @param shift from an index of the cursor to a position in the chunk
     */
    static @Nullable Checkpoint of(Cursor cursor, long shift, long position, RecordTypes types) {
        cursor.skipNumber(); // start
        cursor.skipNumber(); // duration
        int deltaIndex = cursor.at();
        long delta = cursor.number();
        int deltaLength = cursor.at() - deltaIndex;
        cursor.skip(1); // what kind of checkpoint it is
        for (int left = cursor.count(); left > 0 && !cursor.hasFailed(); left--) {
            skipPool(cursor, types);
        }
        return cursor.isThrough() ? new Checkpoint(position, deltaIndex + shift, deltaLength, delta) : null;
    }

    private static void skipPool(Cursor cursor, RecordTypes types) {
        RecordTypes.RecordType type = types.get(cursor.number());
        int count = cursor.count();
        if (type == null || count == 0) {
            // the JDK gives up at either
            cursor.fail();
            return;
        }
        for (int left = count; left > 0 && !cursor.hasFailed(); left--) {
            cursor.skipNumber();
            type.skip(cursor);
        }
    }
}
