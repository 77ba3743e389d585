package dev.longstack.record;

import dev.longstack.events.ContextKind;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** One token and two threads. */
public final class TokenStress {
    private TokenStress() {}

    private static ContextToken token(long id) {
        return ContextToken.of(id, Parent.NONE, new CallSite(ContextKind.TASK, "stress", null, null), 0);
    }

    /** Cancelled and run at the same time: one of them releases it, and the runs are counted all the same. */
    @JCStressTest
    @Outcome(
            id = {"true, false, 2", "false, true, 2"},
            expect = Expect.ACCEPTABLE,
            desc = "released once")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class Release {
        private final ContextToken token = token(1);

        @Actor
        public void first(ZZI_Result result) {
            int ignored = token.nextInvocation();
            result.r1 = token.releaseOnce();
        }

        @Actor
        public void second(ZZI_Result result) {
            int ignored = token.nextInvocation();
            result.r2 = token.releaseOnce();
        }

        @Arbiter
        public void after(ZZI_Result result) {
            result.r3 = token.invocations();
        }
    }

    @JCStressTest
    @Outcome(
            id = {"1, 2", "2, 1"},
            expect = Expect.ACCEPTABLE,
            desc = "each run its number")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class Invocations {
        private final ContextToken token = token(1);

        @Actor
        public void first(II_Result result) {
            result.r1 = token.nextInvocation();
        }

        @Actor
        public void second(II_Result result) {
            result.r2 = token.nextInvocation();
        }
    }

    /** Two threads' blocks never give the same id. */
    @JCStressTest
    @Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "different ids")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class Ids {
        private final IdBlock firstBlock = new IdBlock(true);
        private final IdBlock secondBlock = new IdBlock(true);
        private long firstId;
        private long secondId;

        @Actor
        public void first() {
            firstId = firstBlock.next();
        }

        @Actor
        public void second() {
            secondId = secondBlock.next();
        }

        @Arbiter
        public void after(Z_Result result) {
            result.r1 = firstId != secondId && firstId > 0 && secondId > 0;
        }
    }

    @JCStressTest
    @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "nothing is lost")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class Counters {
        private final LongAdder created = new CallSite(ContextKind.TASK, "stress", null, null).created;

        @Actor
        public void first() {
            created.increment();
        }

        @Actor
        public void second() {
            created.increment();
        }

        @Arbiter
        public void after(J_Result result) {
            result.r1 = created.sum();
        }
    }

    /** What the claiming thread wrote is there for the thread that takes the work out of a queue. */
    @JCStressTest
    @Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "not there yet")
    @Outcome(id = "42", expect = Expect.ACCEPTABLE, desc = "with its schedule")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class HandOver {
        private final ConcurrentLinkedQueue<ContextToken> queue = new ConcurrentLinkedQueue<>();

        @Actor
        public void submit() {
            ContextToken token = token(1);
            Recorder.dueAt(token, 42);
            queue.add(token);
        }

        @Actor
        public void take(J_Result result) {
            ContextToken token = queue.poll();
            result.r1 = token == null ? -1 : token.dueNanos;
        }
    }

    /** Each thread sees what it attached itself. */
    @JCStressTest
    @Outcome(id = "7, 8", expect = Expect.ACCEPTABLE, desc = "its own")
    @Outcome(expect = Expect.FORBIDDEN)
    @State
    public static class Attach {
        private static int attached(long id) {
            ThreadState state = ThreadState.current();
            Object owner = new Object();
            Runs.begin(state, token(id), owner);
            long seen = state.contextId();
            Runs.end(state, owner, null);
            return state.contextId() == 0 ? (int) seen : -1;
        }

        @Actor
        public void first(II_Result result) {
            result.r1 = attached(7);
        }

        @Actor
        public void second(II_Result result) {
            result.r2 = attached(8);
        }
    }
}
