package dev.longstack.jmc;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.text.Steps;
import dev.longstack.analysis.tree.Request;
import dev.longstack.jmc.adapter.items.ContextItems;
import dev.longstack.jmc.adapter.items.OpenRecording;
import dev.longstack.jmc.adapter.table.RequestTable;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.openjdk.jmc.common.item.IItemCollection;

/** Requests, the steps of the selected one and their timeline; knows nothing of where it is shown. */
final class RequestsPane extends Composite {
    private static final String FLAG =
            "java -javaagent:longstack-agent.jar -XX:StartFlightRecording:filename=app.jfr -jar app.jar";
    private static final int MAX_IDS = 100_000;
    private static final int[] WEIGHTS = {30, 24, 46};

    private static WeakReference<RequestsPane> latest = new WeakReference<>(null);

    private final Host host;
    private final StackLayout layout = new StackLayout();
    private final SashForm content;
    private final RequestTablePane table;
    private final PathTablePane paths;
    private final StepTreePane steps;
    private final TimelinePane timeline;
    private final Background background;
    private final Background itemsBackground;
    private Object opened;
    private OpenRecording recording;
    private RequestTable requests;
    private Composite message;
    private IItemCollection selectedItems;
    private int[] shownRequests = new int[0];
    private int wanted = ContextTable.NO_ROW;

    RequestsPane(Composite parent, Host host) {
        super(parent, SWT.NONE);
        this.host = host;
        setLayout(layout);
        content = new SashForm(this, SWT.VERTICAL);
        TabFolder tabs = new TabFolder(content, SWT.TOP);
        table = new RequestTablePane(
                tabs,
                this::requestsSelected,
                host.hasEventBrowser() ? () -> host.showInEventBrowser(selectedItems) : null);
        paths = new PathTablePane(tabs);
        tab(tabs, "Requests", table);
        tab(tabs, "By Operation Path", paths);
        tabs.addListener(SWT.Selection, event -> {
            if (tabs.getSelectionIndex() == 1 && requests != null) {
                paths.show(recording, requests);
            }
        });
        steps = new StepTreePane(content, this::stepSelected);
        timeline = new TimelinePane(content, table.table(), this::runsSelected);
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
        Composite page = newMessage();
        Label label = new Label(page, SWT.WRAP);
        label.setText(sentence);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        show(page);
    }

    private Composite newMessage() {
        if (message != null) {
            message.dispose();
        }
        message = new Composite(this, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(24, 20).spacing(5, 12).applyTo(message);
        return message;
    }

    private void show(Composite page) {
        layout.topControl = page;
        layout();
        page.layout();
    }

    /** What it is, and the one flag to add. */
    private void invite() {
        Composite page = newMessage();
        Label title = new Label(page, SWT.NONE);
        title.setText("This recording has no asynchronous requests");
        title.setFont(Theme.bold());
        Label what = new Label(page, SWT.WRAP);
        what.setText(
                "Longstack shows how a request went through executors, futures and virtual threads: what ran when and "
                        + "where, how long it queued, and the stack across all of it. Its agent records what that takes. "
                        + "Start the JVM with it:");
        GridDataFactory.fillDefaults().grab(true, false).hint(600, SWT.DEFAULT).applyTo(what);
        Text flag = new Text(page, SWT.READ_ONLY | SWT.BORDER);
        flag.setText(FLAG);
        GridDataFactory.fillDefaults().applyTo(flag);
        Link guide = new Link(page, SWT.NONE);
        guide.setText("How to read it: <a>the guide</a>");
        guide.addListener(SWT.Selection, event -> Guide.open());
        show(page);
    }

    /**
     * Shows the recording of an editor as soon as it is linked, or says why not.
     *
     * @param items reads its items, where nobody has yet
     */
    void open(Object editor, IWorkbenchPage page, Callable<IItemCollection> items) {
        clear("Linking the asynchronous work of this recording…");
        opened = editor;
        Recordings.all()
                .ask(
                        editor,
                        page,
                        items,
                        Recordings.asker(
                                linked -> whereOpen(editor, () -> show(linked)),
                                why -> whereOpen(editor, () -> say(why))));
    }

    private void whereOpen(Object editor, Runnable action) {
        if (opened == editor && !isDisposed()) {
            action.run();
        }
    }

    private void show(OpenRecording newRecording) {
        if (newRecording == recording) {
            return;
        }
        recording = newRecording;
        requests = null;
        if (!newRecording.model().hasLongstackEvents()) {
            invite();
            return;
        }
        say("Adding up requests…");
        background.run("Adding up requests", cancelled -> RequestTable.of(newRecording, cancelled), made -> {
            requests = made;
            show(content);
            steps.show(null);
            table.show(made);
        });
    }

    private void requestsSelected(int[] selected) {
        latest = new WeakReference<>(this);
        shownRequests = selected;
        if (selected.length == 0 || requests == null) {
            return;
        }
        OpenRecording of = recording;
        RequestTable all = requests;
        background.run(
                "Following the request", cancelled -> Steps.of(of.analysis(), all.request(selected[0])), made -> {
                    steps.show(made);
                    List<Request> shown =
                            Arrays.stream(selected).mapToObj(all::request).toList();
                    timeline.show(of, shown, selected.length == 1 ? made.criticalPath() : List.of());
                    revealWanted();
                });
        itemsBackground.run("Selecting events", cancelled -> idsOf(of, all, selected), this::select);
    }

    private static Set<Long> idsOf(OpenRecording of, RequestTable all, int[] selected) {
        Set<Long> ids = new HashSet<>();
        for (int n = 0; n < selected.length && ids.size() < MAX_IDS; n++) {
            Request request = all.request(selected[n]);
            of.requests()
                    .tree(request.row(), request.invocation())
                    .forEach(row -> ids.add(of.model().contexts().id(row)));
        }
        return ids;
    }

    private void select(Set<Long> contextIds) {
        selectedItems = recording.items().apply(ContextItems.of(contextIds));
        host.select(selectedItems);
    }

    private void stepSelected(int row) {
        latest = new WeakReference<>(this);
        if (recording.model().runCount(row) > 0) {
            timeline.canvas().reveal(recording.model().run(row, 0));
        }
        select(Set.of(recording.model().contexts().id(row)));
    }

    private void runsSelected(Set<Integer> rows) {
        if (rows.size() == 1) {
            steps.reveal(rows.iterator().next());
        }
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> ids.add(recording.model().contexts().id(row)));
        select(ids);
    }

    /** Selects the request that a context belongs to, and its step. */
    void reveal(int row) {
        if (requests == null) {
            return;
        }
        int top = recording.requests().top(row);
        int request = IntStream.range(0, requests.size())
                .filter(n -> requests.request(n).row() == top)
                .findFirst()
                .orElse(-1);
        if (request < 0) {
            return;
        }
        wanted = row;
        if (shownRequests.length == 1 && shownRequests[0] == request) {
            revealWanted();
        } else {
            table.reveal(request);
        }
    }

    private void revealWanted() {
        int row = wanted;
        wanted = ContextTable.NO_ROW;
        if (row != ContextTable.NO_ROW) {
            steps.reveal(row);
            stepSelected(row);
        }
    }

    /** The recording on screen; null for none. */
    OpenRecording recording() {
        return recording;
    }

    /** Lets go of the recording. */
    void clear(String sentence) {
        background.cancel();
        itemsBackground.cancel();
        opened = null;
        recording = null;
        requests = null;
        selectedItems = null;
        say(sentence);
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
