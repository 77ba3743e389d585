package dev.longstack.record;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Listeners, and what is counted for them, on two threads. */
public final class ObserverStress {
    private ObserverStress() {}

    private static Listener.Calls resolved(AtomicInteger count) {
        return new Listener.Calls(null, null, null, id -> count.incrementAndGet(), null, null, null, false);
    }

    private static final Listener.Calls NOTHING = new Listener.Calls(null, null, null, null, null, null, null, false);

    /** A parent and a child end at the same time: each is resolved once, the parent in any case. */
    @JCStressTest
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both are resolved, once each")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class ParentAndChild {
        private final AtomicInteger resolved = new AtomicInteger();
        private final Listener listener = Listener.add(resolved(resolved));
        private final Resolution parent = new Resolution(-1, new Listener[] {listener}, null, true, false);
        private final Resolution child = new Resolution(-2, new Listener[] {listener}, parent, false, true);

        @Actor
        public void parentEnds() {
            parent.released(ThreadState.current());
        }

        @Actor
        public void childEnds() {
            child.released(ThreadState.current());
        }

        @Arbiter
        public void after(I_Result result) {
            listener.remove();
            result.r1 = resolved.get();
        }
    }

    /** A child that is created while its parent ends counts for it, or for nobody: the parent is resolved once. */
    @JCStressTest
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both are resolved, once each")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class LateChild {
        private final AtomicInteger resolved = new AtomicInteger();
        private final Listener listener = Listener.add(resolved(resolved));
        private final Resolution parent = new Resolution(-1, new Listener[] {listener}, null, true, false);

        @Actor
        public void parentEnds() {
            parent.released(ThreadState.current());
        }

        @Actor
        public void childComesAndEnds() {
            new Resolution(-2, new Listener[] {listener}, parent, false, true).released(ThreadState.current());
        }

        @Arbiter
        public void after(I_Result result) {
            listener.remove();
            result.r1 = resolved.get();
        }
    }

    /** Two listeners come at the same time: none is lost. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "both are bound from then on")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class TwoListeners {
        private volatile Listener first = Listener.add(NOTHING);
        private volatile Listener second = first;

        @Actor
        public void firstComes() {
            first.remove();
            first = Listener.add(NOTHING);
        }

        @Actor
        public void secondComes() {
            second = Listener.add(NOTHING);
        }

        @Arbiter
        public void after(II_Result result) {
            int firstSeen = 0;
            int secondSeen = 0;
            for (Listener each : Listener.bound(null)) {
                firstSeen += each == first ? 1 : 0;
                secondSeen += each == second ? 1 : 0;
            }
            first.remove();
            second.remove();
            result.r1 = firstSeen;
            result.r2 = secondSeen;
        }
    }

    /** One comes while another goes: whoever is there is seen to be there. */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "somebody is there")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class ComingAndGoing {
        private final Listener before = Listener.add(NOTHING);
        private volatile Listener after = before;

        @Actor
        public void goes() {
            before.remove();
        }

        @Actor
        public void comes() {
            after = Listener.add(NOTHING);
        }

        @Arbiter
        public void after(Z_Result result) {
            result.r1 = Observers.present();
            after.remove();
        }
    }

    /** Values of one thread are never seen on another. */
    @JCStressTest
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "its own")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class Values {
        private static final Object KEY = new Object();

        private static int seen(int value) {
            ThreadState state = ThreadState.current();
            state.value(KEY, value);
            Object seen = state.value(KEY);
            state.value(KEY, null);
            return seen instanceof Integer number && state.value(KEY) == null ? number : -1;
        }

        @Actor
        public void first(II_Result result) {
            result.r1 = seen(1);
        }

        @Actor
        public void second(II_Result result) {
            result.r2 = seen(2);
        }
    }
}
