package dev.longstack.deferred;

import java.util.concurrent.Executor;

/** Links each task to where it was handed over. */
record LinkedExecutor(Executor executor) implements Executor {
    @Override
    public void execute(Runnable command) {
        Submission<Runnable> submission = Submission.of("Executor.execute", Runnable.class, command);
        submission.hand(task -> {
            executor.execute(task);
            return null;
        });
    }

    @Override
    public String toString() {
        return executor.toString();
    }
}
