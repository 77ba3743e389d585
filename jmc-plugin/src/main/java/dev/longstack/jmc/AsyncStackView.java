package dev.longstack.jmc;

import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.stack.StepNames;
import dev.longstack.analysis.text.Durations;
import dev.longstack.analysis.text.StackText;
import dev.longstack.analysis.text.StackText.Kind;
import dev.longstack.analysis.text.StackText.Line;
import dev.longstack.analysis.text.StackText.Options;
import dev.longstack.jmc.adapter.items.OpenRecording;
import dev.longstack.jmc.adapter.items.RequestItems;
import dev.longstack.jmc.adapter.stack.StitchedStacks;
import dev.longstack.jmc.adapter.stack.StitchedStacks.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.openjdk.jmc.common.item.IItemCollection;

/** The async stacks of whatever is selected in Mission Control, those that read the same together. */
public final class AsyncStackView extends ViewPart {
    /** As plugin.xml has it. */
    public static final String ID = "dev.longstack.jmc.asyncstack";

    private static final String INVITATION =
            "Select events on any page, or a step of a request, to see their async stacks.";
    private static final int MAX_GROUPS = 200;
    private static final int JUMP_MILLIS = 1_000;
    private static final int MAX_LINES = 3_000;

    private final ItemSelection selection = new ItemSelection();
    private final ISelectionListener listener = this::selected;
    private PaneState restored = new PaneState();
    private Composite root;
    private Label summary;
    private Tree tree;
    private Background background;
    private Background itemsBackground;
    private EditorFollower follower;
    private Action jdk;
    private Action own;
    private Action pin;
    private Action unlink;
    private IItemCollection shown;
    private boolean isJumping;
    private OpenRecording recording;
    private List<Group> groups = List.of();

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        restored = PaneState.of(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 1).applyTo(root);
        summary = new Label(root, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 1).applyTo(summary);
        tree = new Tree(root, SWT.FULL_SELECTION | SWT.MULTI);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree);
        tree.addListener(SWT.Selection, this::lineSelected);
        tree.addListener(SWT.DefaultSelection, this::jump);
        tree.addListener(SWT.KeyDown, event -> {
            if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
                copy();
            }
        });
        background = new Background(tree);
        itemsBackground = new Background(tree);
        addActions();
        getSite().setSelectionProvider(selection);
        getSite().getPage().addSelectionListener(listener);
        say(INVITATION);
        follower = new EditorFollower(getSite().getPage(), this::follow);
    }

    private void follow(IEditorPart editor) {
        if (editor == null) {
            clear();
        } else if (!pin.isChecked()) {
            shown = null;
            ISelectionProvider provider = editor.getSite().getSelectionProvider();
            selected(editor, provider == null ? null : provider.getSelection());
        }
    }

    /** Lets go of the recording. */
    private void clear() {
        background.cancel();
        itemsBackground.cancel();
        shown = null;
        recording = null;
        selection.clear();
        say(INVITATION);
    }

    private void addActions() {
        jdk = check(
                "jdk", "Show JDK frames", restored.is("jdk", Preferences.store().getBoolean(Preferences.JDK_FRAMES)));
        own = check("own", "Show Longstack's own frames", restored.is("own", false));
        unlink = check("link", "Show only the events' own stacks, not linked", restored.is("unlink", false));
        pin = check("pin", "Keep this stack when the selection changes", false);
        IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
        tools.add(jdk);
        tools.add(own);
        tools.add(new Separator());
        tools.add(unlink);
        tools.add(pin);
        tools.add(new Separator());
        tools.add(Tools.push("copy", "Copy as text (Ctrl+C)", this::copy));
        tools.add(Tools.push("help", "Open the guide", Guide::open));
    }

    private Action check(String icon, String text, boolean on) {
        return Tools.check(icon, text, on, isOn -> fill());
    }

    private void selected(IWorkbenchPart part, ISelection newSelection) {
        IItemCollection items = newSelection == null ? null : ItemSelection.itemsOf(newSelection);
        if (part == this || items == null || items == shown || pin.isChecked() || isJumping) {
            return;
        }
        shown = items;
        if (part instanceof RequestsView view && view.pane().recording() != null) {
            stitch(view.pane().recording(), items);
            return;
        }
        IEditorPart editor = getSite().getPage().getActiveEditor();
        Callable<IItemCollection> all = MissionControl.itemsOf(editor);
        if (all == null) {
            return;
        }
        if (Recordings.all().known(editor) == null) {
            say("Linking the asynchronous work in " + editor.getTitle() + "…");
        }
        Recordings.all()
                .ask(
                        editor,
                        getSite().getPage(),
                        all,
                        of -> {
                            if (items == shown && !root.isDisposed()) {
                                stitch(of, items);
                            }
                        },
                        why -> {
                            if (items == shown && !root.isDisposed()) {
                                say(why);
                            }
                        });
    }

    private void stitch(OpenRecording of, IItemCollection items) {
        if (!of.model().hasLongstackEvents()) {
            say(
                    "This recording has no Longstack events. To record them, start the JVM with -javaagent:longstack-agent.jar.");
            return;
        }
        summary.setText("Linking stacks…");
        background.run("Stitching async stacks", cancelled -> StitchedStacks.of(of, items, cancelled), made -> {
            recording = of;
            groups = made;
            fill();
        });
    }

    private void say(String sentence) {
        groups = List.of();
        tree.removeAll();
        summary.setText(sentence);
    }

    /** Fills the tree with the groups' lines; one group's lines stand by themselves. */
    private void fill() {
        tree.setRedraw(false);
        try {
            tree.removeAll();
            summary.setText(summaryText());
            if (groups.size() == 1) {
                lines(groups.get(0)).forEach(line -> fill(new TreeItem(tree, SWT.NONE), line));
            } else {
                for (int n = 0; n < Math.min(groups.size(), MAX_GROUPS); n++) {
                    TreeItem item = new TreeItem(tree, SWT.NONE);
                    item.setText(title(groups.get(n)));
                    item.setFont(Theme.bold());
                    item.setData(groups.get(n));
                    lines(groups.get(n)).forEach(line -> fill(new TreeItem(item, SWT.NONE), line));
                    item.setExpanded(n == 0);
                }
            }
        } finally {
            tree.setRedraw(true);
        }
    }

    private String summaryText() {
        long events = groups.stream().mapToLong(Group::count).sum();
        return groups.isEmpty()
                ? "None of the selected events has a stack trace or a thread."
                : groups.size() == 1
                        ? title(groups.get(0))
                        : String.format(
                                "%,d events, %,d different async stacks%s",
                                events,
                                groups.size(),
                                groups.size() > MAX_GROUPS ? ", the first " + MAX_GROUPS + " shown" : "");
    }

    private static String title(Group group) {
        String nanos = group.nanos() > 0 ? ", " + Durations.of(group.nanos()) : "";
        return String.format(
                "%,d %s%s: %s", group.count(), group.count() == 1 ? "event" : "events", nanos, group.title());
    }

    private List<Line> lines(Group group) {
        List<Line> lines =
                StackText.lines(group.stack(), new Options(jdk.isChecked(), own.isChecked(), !unlink.isChecked()));
        if (lines.size() <= MAX_LINES) {
            return lines;
        }
        List<Line> cut = new ArrayList<>(lines.subList(0, MAX_LINES));
        cut.add(new Line(Kind.NOTE, "and " + (lines.size() - MAX_LINES) + " more lines", ContextTable.NO_ROW));
        return cut;
    }

    private void fill(TreeItem item, Line line) {
        item.setData(line);
        switch (line.kind()) {
            case FRAME -> item.setText("    at " + StepNames.withoutLambda(line.text()));
            case BOUNDARY -> {
                item.setText("↩ " + line.text());
                item.setFont(Theme.bold());
                item.setForeground(
                        new Color(Theme.mix(Theme.RAN, tree.getForeground().getRGB(), 0.8)));
            }
            case NOTE -> {
                item.setText("    " + line.text());
                item.setForeground(new Color(Theme.mix(
                        tree.getForeground().getRGB(), tree.getBackground().getRGB(), 0.6)));
            }
        }
    }

    /** A boundary gives its step's events to the other views. */
    private void lineSelected(Event event) {
        if (event.item.getData() instanceof Line line && line.contextRow() != ContextTable.NO_ROW) {
            OpenRecording of = recording;
            itemsBackground.run(
                    "Selecting events",
                    cancelled -> RequestItems.ofContexts(of, List.of(line.contextRow()), cancelled),
                    made -> selection.give(made.explaining()));
        }
    }

    /** A boundary leads to its step among the requests: on the page where there is one, else in the view. */
    private void jump(Event event) {
        if (!(event.item.getData() instanceof Line line) || line.contextRow() == ContextTable.NO_ROW) {
            return;
        }
        // what is read here stays, although another part becomes active and has a selection of its own
        isJumping = true;
        tree.getDisplay().timerExec(JUMP_MILLIS, () -> isJumping = false);
        try {
            if (!MissionControl.showPage(getSite().getPage().getActiveEditor())) {
                getSite().getPage().showView(RequestsView.ID);
            }
            RequestsPane pane = RequestsPane.latest();
            if (pane != null && (pane.recording() == null || pane.recording().model() == recording.model())) {
                pane.reveal(line.contextRow());
            }
        } catch (PartInitException e) {
            summary.setText("Cannot show the requests: " + e.getMessage());
        }
    }

    /** The selected lines, or all. */
    private void copy() {
        List<Line> lines = new ArrayList<>();
        for (TreeItem item : tree.getSelection()) {
            if (item.getData() instanceof Line line) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            groups.stream().limit(MAX_GROUPS).forEach(group -> lines.addAll(lines(group)));
        }
        Clip.put(tree.getDisplay(), StackText.copy(lines));
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        IEditorPart editor =
                adapter == IPropertySheetPage.class ? getSite().getPage().getActiveEditor() : null;
        T sheet = editor == null ? null : editor.getAdapter(adapter);
        return sheet == null ? super.getAdapter(adapter) : sheet;
    }

    @Override
    public void saveState(IMemento memento) {
        PaneState state = new PaneState();
        state.put("jdk", jdk.isChecked());
        state.put("own", own.isChecked());
        state.put("unlink", unlink.isChecked());
        state.saveTo(memento);
    }

    @Override
    public void setFocus() {
        tree.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(listener);
        if (follower != null) {
            follower.stop();
        }
        super.dispose();
    }

    Tree tree() {
        return tree;
    }

    String summary() {
        return summary.getText();
    }
}
