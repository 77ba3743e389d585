package dev.longstack.context;

/**
 * One run of a context on the thread that began it; closing it ends the run.
 *
 * <pre>{@code
 * try (Run run = poll.beginRun()) {
 *     try {
 *         pollOnce();
 *     } catch (IllegalStateException e) {
 *         run.fail(e);
 *     }
 * }
 * }</pre>
 */
public final class Run implements Scope {
    /** Of no context, where nobody checks scopes. */
    static final Run NOTHING = new Run(new OpenScope(null, OpenScope.NOOP));

    private final OpenScope scope;

    Run(OpenScope scope) {
        this.scope = scope;
    }

    /** Ends the run. */
    @Override
    public void close() {
        scope.close();
    }

    /** Ends the run as failed; closing it afterwards has no effect. */
    public void fail(Throwable failure) {
        scope.end(failure);
    }
}
