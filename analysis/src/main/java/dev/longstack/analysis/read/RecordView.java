package dev.longstack.analysis.read;

import dev.longstack.analysis.read.RecordTypes.RecordType;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One record of a chunk at a time: its size, its type, and whether its values end where it does. */
final class RecordView {
    static final long NOWHERE = -1;
    /** Size and type are no longer. */
    private static final int LONGEST_BEGIN = 18;
    /** What is longer is not looked into. */
    private static final int LONGEST_CHECKED = 1 << 28;

    private final Window window;
    private final Cursor cursor = new Cursor();
    private long position;
    private int index;
    private int size;
    private long type;
    private @Nullable RecordType event;
    private @Nullable Checkpoint checkpoint;

    RecordView(Window window) {
        this.window = window;
    }

    /** Where the record at the position ends; {@link #NOWHERE} if there can be none. */
    long end(long at) throws IOException {
        window.show(cursor, at, LONGEST_BEGIN);
        int from = cursor.at();
        position = at;
        size = (int) cursor.number();
        type = cursor.number();
        int begin = cursor.at() - from;
        if (cursor.hasFailed() || size < begin || size > window.length() - at) {
            return NOWHERE;
        }
        if (size <= LONGEST_CHECKED) {
            window.show(cursor, at, size);
            index = cursor.at();
            if (cursor.left() < size) {
                // the file has become shorter
                return NOWHERE;
            }
            cursor.skip(begin);
        }
        return at + size;
    }

    /** Of the record whose end was asked for last. */
    long type() {
        return type;
    }

    /** The metadata in it; null for none. */
    @Nullable
    Metadata metadata() {
        return type == Metadata.TYPE_ID && size <= LONGEST_CHECKED ? Metadata.of(cursor) : null;
    }

    /** Whether it is of a known type and its values end where it does. */
    boolean isSound(RecordTypes types) {
        event = null;
        checkpoint = null;
        if (size > LONGEST_CHECKED) {
            return type <= Checkpoint.TYPE_ID || types.get(type) != null;
        }
        if (type == Metadata.TYPE_ID) {
            return metadata() != null;
        }
        if (type == Checkpoint.TYPE_ID) {
            checkpoint = Checkpoint.of(cursor, position - index, position, types);
            return checkpoint != null;
        }
        event = types.get(type);
        if (event == null || !event.isEvent()) {
            return false;
        }
        event.skip(cursor);
        return cursor.isThrough();
    }

    /** What a sound record is an event of; null if it is none. */
    @Nullable
    RecordType event() {
        return event;
    }

    /** What a sound record is; null if it is another. */
    @Nullable
    Checkpoint checkpoint() {
        return checkpoint;
    }
}
