package dev.longstack.record;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One run with interceptors around it, on the thread on which it began.
 *
 * <p>An interceptor is silenced while its own code runs, and heard again in what it goes on with. What happens to the values
 * that are inherited stays, in both directions.
 */
public final class Interception {
    private final ThreadState state;
    private final BoundInterceptor[] chain;
    private final Object[] facts;
    private final Object task;
    private final Thread thread = Thread.currentThread();
    private boolean bodyRan;

    private Interception(ThreadState state, BoundInterceptor[] chain, ContextToken token, Object task) {
        this.state = state;
        this.chain = chain;
        this.task = task;
        this.facts = new Object[] {token, task};
    }

    /** Whether there is any interceptor: asked before each run. */
    public static boolean wanted() {
        return BoundInterceptor.present();
    }

    /** Of the run that this owner has just begun; null where nobody intercepts it. */
    public static @Nullable Interception of(Object owner, Object task) {
        if (!wanted()) {
            return null;
        }
        ThreadState state = ThreadState.currentOrNull();
        Frame frame = state == null ? null : state.takeFresh(owner);
        ContextToken token = frame == null ? null : frame.token;
        if (state == null || token == null || !token.recorded()) {
            return null;
        }
        BoundInterceptor[] chain = BoundInterceptor.of(token.parent.inherited());
        return chain.length == 0 ? null : new Interception(state, chain, token, task);
    }

    /** Runs the task as the interceptors want it. */
    public @Nullable Object run(Callable<?> body) throws Exception {
        return level(0, body);
    }

    /** The same for a task that declares nothing; an interceptor may throw what it likes all the same. */
    public @Nullable Object runUnchecked(Callable<?> body) {
        try {
            return run(body);
        } catch (Exception e) {
            throw Interception.<RuntimeException>asItIs(e);
        }
    }

    /** Throws what is checked where nothing is declared. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <E extends Exception> E asItIs(Exception thrown) throws E {
        throw (E) thrown;
    }

    private @Nullable Object level(int level, Callable<?> body) throws Exception {
        if (level == chain.length) {
            if (bodyRan && task instanceof Future<?> future && future.isDone()) {
                throw new IllegalStateException("'" + task + "' is completed and can't run again");
            }
            bodyRan = true;
            return body.call();
        }
        BoundInterceptor interceptor = chain[level];
        Inherited.Link before = Inherited.silencedOf(state.inherited());
        Next next = new Next(level, body, before);
        state.silence(new Inherited.Link(interceptor, before));
        try {
            return interceptor.code.apply(facts, next);
        } finally {
            next.over = true;
            state.silence(before);
        }
    }

    /** Goes on with the next interceptor, or with the task. */
    private final class Next implements Callable<@Nullable Object> {
        private final int level;
        private final Callable<?> body;
        private final Inherited.@Nullable Link silenced;
        private boolean over;

        Next(int level, Callable<?> body, Inherited.@Nullable Link silenced) {
            this.level = level;
            this.body = body;
            this.silenced = silenced;
        }

        @Override
        public @Nullable Object call() throws Exception {
            if (Thread.currentThread() != thread) {
                throw new IllegalStateException("'next' goes on on thread '" + thread.getName() + "' alone, not on '"
                        + Thread.currentThread().getName() + "'");
            }
            if (over) {
                throw new IllegalStateException("'next' was called after its interceptor had returned");
            }
            Inherited.Link mine = Inherited.silencedOf(state.inherited());
            state.silence(silenced);
            try {
                return Interception.this.level(level + 1, body);
            } finally {
                state.silence(mine);
            }
        }
    }
}
