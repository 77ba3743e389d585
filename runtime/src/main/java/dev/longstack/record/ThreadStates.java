package dev.longstack.record;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * All thread states, for the periodic events; any thread.
 *
 * <p>Striped, and a lock is held for a few instructions only, so that a million virtual threads can come and go. What ended
 * threads had counted is kept in the stripe, and the states of ended virtual threads go to the next ones.
 */
final class ThreadStates {
    private static final Stripe[] STRIPES = new Stripe[64];
    private static final int MAX_FREE = 256;
    /** With so many states in a stripe it looks for those of ended threads itself: without a recording nobody else does. */
    private static final int FORGETS_AT = 64;

    static {
        for (int i = 0; i < STRIPES.length; i++) {
            STRIPES[i] = new Stripe();
        }
    }

    private ThreadStates() {}

    /** A state for the thread. */
    static ThreadState add(Thread thread) {
        int stripe = System.identityHashCode(thread) & STRIPES.length - 1;
        return STRIPES[stripe].add(thread, VirtualThreads.isVirtual(thread), stripe);
    }

    /** The thread ends: its counts stay. */
    static void remove(ThreadState state) {
        STRIPES[state.stripe].remove(state);
    }

    /** The states of the threads that live; those of ended ones are let go on the way. */
    static List<ThreadState> live() {
        List<ThreadState> live = new ArrayList<>();
        for (Stripe stripe : STRIPES) {
            stripe.addLiveTo(live);
        }
        return live;
    }

    /** What all threads have counted so far, those that ended included. */
    static Totals totals() {
        Totals totals = new Totals();
        for (Stripe stripe : STRIPES) {
            stripe.addTo(totals);
        }
        return totals;
    }

    /** Sums of the threads' counters. */
    static final class Totals {
        long created;
        long released;
        long committed;
        long threads;

        /** Events; each context is sure to have one, if only later. */
        long written() {
            return Math.max(committed, created);
        }

        void add(ThreadState state) {
            created += state.created;
            released += state.released;
            committed += state.committed;
        }
    }

    private static final class Stripe {
        private final Set<ThreadState> states = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Totals ended = new Totals();
        private final ArrayDeque<ThreadState> free = new ArrayDeque<>();

        private int forgetsAt = FORGETS_AT;

        synchronized ThreadState add(Thread thread, boolean virtual, int stripe) {
            if (states.size() >= forgetsAt) {
                addLiveTo(new ArrayList<>());
                forgetsAt = Math.max(FORGETS_AT, states.size() * 2);
            }
            ThreadState state = virtual ? free.poll() : null;
            if (state == null) {
                state = new ThreadState(thread, virtual, stripe);
            } else {
                state.thread = new WeakReference<>(thread);
            }
            states.add(state);
            return state;
        }

        synchronized void remove(ThreadState state) {
            if (!states.remove(state)) {
                return;
            }
            ended.add(state);
            if (state.virtual && free.size() < MAX_FREE) {
                state.reset();
                free.add(state);
            }
        }

        synchronized void addLiveTo(List<ThreadState> live) {
            for (Iterator<ThreadState> all = states.iterator(); all.hasNext(); ) {
                ThreadState state = all.next();
                Thread thread = state.thread.get();
                if (thread == null || thread.getState() == Thread.State.TERMINATED) {
                    ended.add(state);
                    all.remove();
                } else {
                    live.add(state);
                }
            }
        }

        synchronized void addTo(Totals totals) {
            totals.created += ended.created;
            totals.released += ended.released;
            totals.committed += ended.committed;
            states.forEach(totals::add);
            totals.threads += states.size();
        }
    }
}
