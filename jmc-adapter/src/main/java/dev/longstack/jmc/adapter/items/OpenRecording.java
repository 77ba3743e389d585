package dev.longstack.jmc.adapter.items;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.stack.AsyncStacks;
import dev.longstack.analysis.tree.Requests;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmc.common.item.IItemCollection;

/** A recording that Mission Control has open, linked once for all who ask: views, pages and rules. Any thread. */
public final class OpenRecording {
    private static final long BETWEEN_QUESTIONS_MILLIS = 50;
    private static final ReentrantLock LOCK = new ReentrantLock();
    /** They don't hold the items, so they go with them. */
    private static final Map<IItemCollection, Analysis> ANALYSES = new WeakHashMap<>();

    private final IItemCollection items;
    private final Analysis analysis;

    private OpenRecording(IItemCollection items, Analysis analysis) {
        this.items = items;
        this.analysis = analysis;
    }

    /** The recording with these items, linked by the thread of the caller where nobody has yet. */
    public static OpenRecording of(IItemCollection items) {
        OpenRecording recording = of(items, count -> true);
        if (recording == null) {
            throw new IllegalStateException("invariant: nobody ends it");
        }
        return recording;
    }

    /**
     * The recording with these items, linked by the thread of the caller where nobody has yet; waits for who is at it.
     *
     * @param goOn told the number of events linked so far, now and then; false ends it
     * @return null where it was ended
     */
    public static @Nullable OpenRecording of(IItemCollection items, LongPredicate goOn) {
        try {
            while (!LOCK.tryLock(BETWEEN_QUESTIONS_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!goOn.test(0)) {
                    return null;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            Analysis known = ANALYSES.get(items);
            if (known != null) {
                return new OpenRecording(items, known);
            }
            Model model = ItemModel.of(items, goOn);
            if (model == null) {
                return null;
            }
            Analysis analysis = Analysis.of(model);
            ANALYSES.put(items, analysis);
            return new OpenRecording(items, analysis);
        } finally {
            LOCK.unlock();
        }
    }

    /** Lets go of it: a weak map drops what it holds of items that are gone only when somebody asks it something. */
    public void forget() {
        LOCK.lock();
        try {
            ANALYSES.remove(items);
        } finally {
            LOCK.unlock();
        }
    }

    public IItemCollection items() {
        return items;
    }

    public Analysis analysis() {
        return analysis;
    }

    public Model model() {
        return analysis.model();
    }

    public Requests requests() {
        return analysis.requests();
    }

    public AsyncStacks stacks() {
        return analysis.stacks();
    }
}
