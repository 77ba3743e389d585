package dev.longstack.jmc;

import dev.longstack.jmc.adapter.items.OpenRecording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.openjdk.jmc.common.item.IItemCollection;

/** The recordings of open editors, each linked once, whoever asks, and let go when its editor closes. UI thread. */
final class Recordings {
    private static final Recordings ALL = new Recordings();

    private final Map<Object, Linking> ofEditors = new WeakHashMap<>();
    private final Map<IWorkbenchPage, Boolean> watched = new WeakHashMap<>();

    private Recordings() {}

    static Recordings all() {
        return ALL;
    }

    /** The recording that is linked already; null for none. */
    OpenRecording known(Object editor) {
        Linking linking = ofEditors.get(editor);
        return linking == null ? null : linking.recording;
    }

    /**
     * Asks for a recording; the answer comes on the UI thread, at once where it is known.
     *
     * @param editor whose recording it is
     * @param items reads the items where nobody has yet; not on the UI thread
     * @param failed takes a sentence that says why it can't be linked
     */
    void ask(
            Object editor,
            IWorkbenchPage page,
            Callable<IItemCollection> items,
            Consumer<OpenRecording> linked,
            Consumer<String> failed) {
        watch(page);
        Linking linking = ofEditors.get(editor);
        if (linking == null) {
            linking = new Linking(items, () -> ofEditors.remove(editor));
            ofEditors.put(editor, linking);
            linking.job.schedule();
        }
        linking.ask(new Asker(linked, failed));
    }

    private void watch(IWorkbenchPage page) {
        if (page == null || watched.putIfAbsent(page, true) != null) {
            return;
        }
        page.addPartListener(new IPartListener2() {
            @Override
            public void partClosed(IWorkbenchPartReference reference) {
                IWorkbenchPart part = reference.getPart(false);
                Linking linking = part == null ? null : ofEditors.remove(part);
                if (linking != null) {
                    linking.job.cancel();
                    linking.forgetItems();
                }
            }
        });
    }

    /** Who waits for a recording. */
    private record Asker(Consumer<OpenRecording> linked, Consumer<String> failed) {}

    private static final class Linking {
        private final Job job;
        private final Runnable forget;
        private final List<Asker> askers = new ArrayList<>();
        private OpenRecording recording;

        Linking(Callable<IItemCollection> items, Runnable forget) {
            this.forget = forget;
            job = new Job("Linking asynchronous work") {
                @Override
                protected IStatus run(IProgressMonitor monitor) {
                    link(items, monitor);
                    return Status.OK_STATUS;
                }

                @Override
                protected void canceling() {
                    Thread thread = getThread();
                    if (thread != null) {
                        thread.interrupt();
                    }
                }
            };
        }

        private void link(Callable<IItemCollection> items, IProgressMonitor monitor) {
            monitor.beginTask("Reading", IProgressMonitor.UNKNOWN);
            Display display = Display.getDefault();
            try {
                OpenRecording made = OpenRecording.of(items.call(), count -> {
                    monitor.subTask(count + " events");
                    return !monitor.isCanceled();
                });
                display.asyncExec(() -> {
                    if (made == null) {
                        fail("Linking was cancelled. Close and reopen the recording to try again.");
                    } else {
                        recording = made;
                        askers.forEach(asker -> asker.linked().accept(made));
                        askers.clear();
                    }
                });
            } catch (Exception e) {
                display.asyncExec(() -> fail("Cannot read the recording: " + e.getMessage()));
            } catch (OutOfMemoryError e) {
                display.asyncExec(
                        () -> fail("Not enough memory for this recording. Start Mission Control with a larger -Xmx."));
            }
        }

        void forgetItems() {
            if (recording != null) {
                recording.forget();
            }
        }

        private void fail(String why) {
            forget.run();
            List.copyOf(askers).forEach(asker -> asker.failed().accept(why));
            askers.clear();
        }

        void ask(Asker asker) {
            if (recording != null) {
                asker.linked().accept(recording);
            } else {
                askers.add(asker);
            }
        }
    }
}
