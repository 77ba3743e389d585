package dev.longstack.jmc;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.WaitTable;
import dev.longstack.analysis.text.Steps;
import dev.longstack.analysis.tree.Request;
import dev.longstack.jmc.adapter.items.OpenRecording;
import dev.longstack.jmc.adapter.items.RequestItems;
import dev.longstack.jmc.adapter.table.RequestTable;
import dev.longstack.jmc.adapter.timeline.Hold;
import dev.longstack.jmc.adapter.timeline.Target;
import dev.longstack.jmc.adapter.timeline.Timeline;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.ui.IWorkbenchPage;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.ItemCollectionToolkit;

/** Requests, the steps of the selected one and their timeline; knows nothing of where it is shown. */
final class RequestsPane extends Composite {
    /** More requests give no events to the other views: those show nobody what so many have in common. */
    private static final int MAX_EXPLAINED = 20_000;

    private static final int[] WEIGHTS = {36, 24, 40};

    private static WeakReference<RequestsPane> latest = new WeakReference<>(null);

    private final Host host;
    private final StackLayout layout = new StackLayout();
    private final MessagePane message;
    private final SashForm content;
    private final RequestTablePane table;
    private final PathTablePane paths;
    private final StepTreePane steps;
    private final TimelinePane timeline;
    private final Background background;
    private final Background itemsBackground;
    private final ArrayDeque<Jump> back = new ArrayDeque<>();
    private Object opened;
    private OpenRecording recording;
    private RequestTable requests;
    private IItemCollection selectedItems;
    private int[] shownRequests = new int[0];
    private int shownStep = ContextTable.NO_ROW;
    private Jump wanted;
    /** A step to go to as soon as the requests are there. */
    private int pendingStep = ContextTable.NO_ROW;

    /**
     * A step to go to.
     *
     * @param request the index of its request
     * @param step the row of the context table
     */
    private record Jump(int request, int step) {}

    RequestsPane(Composite parent, Host host) {
        super(parent, SWT.NONE);
        this.host = host;
        setLayout(layout);
        message = new MessagePane(this);
        content = new SashForm(this, SWT.VERTICAL);
        TabFolder tabs = new TabFolder(content, SWT.TOP);
        table = new RequestTablePane(
                tabs,
                this::requestsSelected,
                host.hasEventBrowser() ? () -> host.showInEventBrowser(selectedItems) : null);
        paths = new PathTablePane(tabs, (path, of) -> {
            tabs.setSelection(0);
            table.onlyOf(path, of);
        });
        tab(tabs, "Requests", table);
        tab(tabs, "By Operation Path", paths);
        tabs.addListener(SWT.Selection, event -> {
            if (tabs.getSelectionIndex() == 1 && requests != null) {
                paths.show(recording, requests);
            }
        });
        steps = new StepTreePane(content, new StepListener());
        timeline = new TimelinePane(content, table.table(), new TimelineListener(), this::back);
        content.setWeights(WEIGHTS);
        background = new Background(this);
        itemsBackground = new Background(this);
        IPropertyChangeListener preferences = event -> requestsSelected(shownRequests.clone());
        Preferences.store().addPropertyChangeListener(preferences);
        addDisposeListener(event -> Preferences.store().removePropertyChangeListener(preferences));
        latest = new WeakReference<>(this);
        say("Open a recording to see its asynchronous requests.");
    }

    private static void tab(TabFolder tabs, String title, Composite content) {
        TabItem tab = new TabItem(tabs, SWT.NONE);
        tab.setText(title);
        tab.setControl(content);
    }

    /** The pane that was made or used last and is still there; null for none. */
    static RequestsPane latest() {
        RequestsPane pane = latest.get();
        return pane == null || pane.isDisposed() ? null : pane;
    }

    /** Shows a sentence in place of everything. */
    void say(String sentence) {
        message.say(sentence);
        show(message);
    }

    private void show(Control page) {
        layout.topControl = page;
        layout();
    }

    /**
     * Shows the recording of an editor as soon as it is linked, or says why not.
     *
     * @param items reads its items, where nobody has yet
     */
    void open(Object editor, IWorkbenchPage page, Callable<IItemCollection> items) {
        clear("Linking the asynchronous work in this recording…");
        opened = editor;
        Recordings.all()
                .ask(
                        editor,
                        page,
                        items,
                        linked -> whereOpen(editor, () -> show(linked)),
                        why -> whereOpen(editor, () -> say(why)));
    }

    private void whereOpen(Object editor, Runnable action) {
        if (opened == editor && !isDisposed()) {
            action.run();
        }
    }

    private void show(OpenRecording newRecording) {
        recording = newRecording;
        requests = null;
        if (!newRecording.model().hasLongstackEvents()) {
            message.invite();
            show(message);
            return;
        }
        say("Adding up requests…");
        background.run("Adding up requests", cancelled -> RequestTable.of(newRecording, cancelled), made -> {
            requests = made;
            show(content);
            table.show(made);
            if (pendingStep != ContextTable.NO_ROW) {
                reveal(pendingStep);
            }
        });
    }

    private void requestsSelected(int[] selected) {
        latest = new WeakReference<>(this);
        shownRequests = selected;
        shownStep = ContextTable.NO_ROW;
        if (requests == null) {
            return;
        }
        if (selected.length == 0) {
            showNone();
            return;
        }
        Jump jump = wanted;
        wanted = null;
        boolean isJump = jump != null && selected.length == 1 && selected[0] == jump.request();
        OpenRecording of = recording;
        RequestTable all = requests;
        background.run(
                "Following the request", cancelled -> Steps.of(of.analysis(), all.request(selected[0])), made -> {
                    steps.show(of, made);
                    List<Request> shown =
                            Arrays.stream(selected).mapToObj(all::request).toList();
                    timeline.show(of, shown, selected.length == 1 ? made.criticalPath() : List.of());
                    if (isJump) {
                        showStep(jump.step());
                    }
                });
        List<Request> chosen = Arrays.stream(selected)
                .limit(MAX_EXPLAINED)
                .mapToObj(all::request)
                .toList();
        select(cancelled -> RequestItems.ofRequests(of, chosen, cancelled), !isJump);
    }

    private void showNone() {
        background.cancel();
        itemsBackground.cancel();
        steps.show(null, null);
        timeline.clear();
        selectedItems = null;
        host.select(ItemCollectionToolkit.EMPTY);
    }

    /** Gives events to the other views, but not where somebody came here from one of them: what is read there stays. */
    private void select(Function<BooleanSupplier, RequestItems> items, boolean isGiven) {
        itemsBackground.run("Selecting events", items, made -> {
            selectedItems = made.all();
            if (isGiven) {
                host.select(made.explaining());
            }
        });
    }

    private void showStep(int row) {
        shownStep = row;
        steps.reveal(row);
        timeline.reveal(recording.model().runCount(row) > 0 ? recording.model().run(row, 0) : ContextTable.NO_ROW);
    }

    private void stepSelected(int row) {
        latest = new WeakReference<>(this);
        shownStep = row;
        timeline.reveal(recording.model().runCount(row) > 0 ? recording.model().run(row, 0) : ContextTable.NO_ROW);
        OpenRecording of = recording;
        select(cancelled -> RequestItems.ofContexts(of, List.of(row), cancelled), true);
    }

    private void waitSelected(int waitRow) {
        WaitTable waits = recording.model().waits();
        threadSelected(waits.thread(waitRow), waits.startNanos(waitRow), waits.endNanos(waitRow));
    }

    private void holdSelected(Hold hold) {
        threadSelected(hold.thread(), hold.fromNanos(), hold.toNanos());
    }

    private void threadSelected(String thread, long fromNanos, long toNanos) {
        latest = new WeakReference<>(this);
        OpenRecording of = recording;
        select(cancelled -> RequestItems.ofThread(of, thread, fromNanos, toNanos, cancelled), true);
    }

    /** Goes to the step in which the thread held what was waited for, where there is one. */
    private void holdOpened(Hold hold) {
        if (hold.run() != ContextTable.NO_ROW) {
            reveal(recording.model().invocations().contextRow(hold.run()));
        }
        holdSelected(hold);
    }

    private final class StepListener implements StepTreePane.Listener {
        @Override
        public void stepSelected(int contextRow) {
            RequestsPane.this.stepSelected(contextRow);
        }

        @Override
        public void waitSelected(int waitRow) {
            RequestsPane.this.waitSelected(waitRow);
        }

        @Override
        public void holdSelected(Hold hold) {
            RequestsPane.this.holdSelected(hold);
        }

        @Override
        public void holdOpened(Hold hold) {
            RequestsPane.this.holdOpened(hold);
        }
    }

    private final class TimelineListener implements TimelineCanvas.Listener {
        @Override
        public void stepsSelected(Set<Integer> rows) {
            latest = new WeakReference<>(RequestsPane.this);
            if (rows.size() == 1) {
                shownStep = rows.iterator().next();
                steps.reveal(shownStep);
            }
            OpenRecording of = recording;
            select(cancelled -> RequestItems.ofContexts(of, rows, cancelled), true);
        }

        @Override
        public void targetSelected(Timeline of, Target target) {
            if (target instanceof Target.Wait wait) {
                waitSelected(wait.waitRow());
            } else if (target instanceof Target.Holding holding) {
                holdSelected(of.holds().get(holding.index()));
            } else if (target instanceof Target.Queued queued) {
                stepsSelected(Set.of(of.contextRow(queued.position())));
            } else if (target instanceof Target.Arrow arrow) {
                stepsSelected(Set.of(of.contextRow(arrow.position())));
            }
        }

        @Override
        public void targetOpened(Timeline of, Target target) {
            if (target instanceof Target.Holding holding) {
                holdOpened(of.holds().get(holding.index()));
            } else if (target instanceof Target.Wait wait
                    && !of.holdsOf(wait.waitRow()).isEmpty()) {
                holdOpened(of.holds().get(of.holdsOf(wait.waitRow()).get(0)));
            }
        }
    }

    /** Selects the request that a context belongs to, and its step, now or as soon as the requests are there. */
    void reveal(int row) {
        pendingStep = requests == null ? row : ContextTable.NO_ROW;
        int request = requests == null ? -1 : requests.requestOf(row);
        if (request >= 0) {
            if (shownRequests.length == 1) {
                back.push(new Jump(
                        shownRequests[0],
                        shownStep == ContextTable.NO_ROW
                                ? requests.request(shownRequests[0]).row()
                                : shownStep));
                timeline.canGoBack(true);
            }
            go(new Jump(request, row));
        }
    }

    private void back() {
        if (!back.isEmpty() && requests != null) {
            go(back.pop());
        }
        timeline.canGoBack(!back.isEmpty());
    }

    private void go(Jump to) {
        if (shownRequests.length == 1 && shownRequests[0] == to.request()) {
            showStep(to.step());
        } else {
            wanted = to;
            table.reveal(to.request());
        }
    }

    /** The recording on screen; null for none. */
    OpenRecording recording() {
        return recording;
    }

    /** Lets go of the recording. */
    void clear(String sentence) {
        // first, so that the table is out of sight: GTK asks for rows of a table in sight while they are removed
        say(sentence);
        background.cancel();
        itemsBackground.cancel();
        opened = null;
        recording = null;
        requests = null;
        selectedItems = null;
        shownRequests = new int[0];
        shownStep = ContextTable.NO_ROW;
        wanted = null;
        back.clear();
        timeline.canGoBack(false);
        table.clear();
        paths.clear();
        steps.show(null, null);
        timeline.clear();
    }

    @Override
    public boolean setFocus() {
        return layout.topControl == content ? table.table().setFocus() : super.setFocus();
    }

    PaneState state() {
        PaneState state = new PaneState();
        table.save(state);
        timeline.save(state);
        List<String> weights = new ArrayList<>();
        Arrays.stream(content.getWeights()).forEach(weight -> weights.add(Integer.toString(weight)));
        state.put("weights", String.join(",", weights));
        return state;
    }

    void restore(PaneState state) {
        table.restore(state);
        timeline.restore(state);
        String[] weights = state.get("weights", "").split(",");
        if (weights.length == WEIGHTS.length && String.join("", weights).matches("\\d{1,9}")) {
            content.setWeights(
                    Arrays.stream(weights).mapToInt(Integer::parseInt).toArray());
        }
    }
}
