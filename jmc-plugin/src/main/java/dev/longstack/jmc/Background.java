package dev.longstack.jmc;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;

/** Work for a control, done off the UI thread: a new piece takes the place of one that is not done yet. UI thread. */
final class Background {
    private final Control control;
    private final AtomicInteger latest = new AtomicInteger();

    Background(Control control) {
        this.control = control;
        control.addDisposeListener(event -> cancel());
    }

    /** Gives up what is under way. */
    void cancel() {
        latest.incrementAndGet();
    }

    /**
     * Does the work, then hands what came of it to the UI thread; not if it is null, the control is gone or newer work has come.
     *
     * @param work asks now and then whether it is cancelled
     */
    <T> void run(String name, Function<BooleanSupplier, T> work, Consumer<T> show) {
        int mine = latest.incrementAndGet();
        BooleanSupplier cancelled = () -> latest.get() != mine;
        Job job = new Job(name) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                T result = work.apply(() -> cancelled.getAsBoolean() || monitor.isCanceled());
                if (result != null && !cancelled.getAsBoolean() && !control.isDisposed()) {
                    control.getDisplay().asyncExec(() -> {
                        if (!cancelled.getAsBoolean() && !control.isDisposed()) {
                            show.accept(result);
                        }
                    });
                }
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        job.setPriority(Job.SHORT);
        job.schedule();
    }
}
