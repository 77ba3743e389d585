package dev.longstack.analysis.model;

import dev.longstack.events.Protocol;
import java.util.BitSet;

/**
 * Work whose request is unknown though its starter is known: a thread that may live on, a loop that took work from a queue. From
 * its start on it may have worked for anybody, so it tops a tree of its own, and neither it nor what is below it counts for its
 * starter's request. Only where this begins is a context set apart: what it creates belongs to it.
 */
public final class SetApart {
    private final BitSet rows;

    private SetApart(BitSet rows) {
        this.rows = rows;
    }

    static SetApart of(ContextTable contexts, InvocationTable runs, int[] parentRows) {
        BitSet unknown = new BitSet();
        for (int run = 0; run < runs.size(); run++) {
            if (runs.requestId(run) == Protocol.UNKNOWN_CONTEXT) {
                unknown.set(runs.contextRow(run));
            }
        }
        BitSet rows = new BitSet();
        for (int row = 0; row < parentRows.length; row++) {
            int parent = parentRows[row];
            if (parent == ContextTable.NO_ROW || contexts.isRequest(row) || contexts.isPeriodic(row)) {
                continue;
            }
            boolean begins = unknown.get(row) && !unknown.get(parent) && !contexts.isThread(parent);
            if (begins || contexts.isThread(row)) {
                rows.set(row);
            }
        }
        return new SetApart(rows);
    }

    public boolean contains(int row) {
        return rows.get(row);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public int size() {
        return rows.cardinality();
    }
}
