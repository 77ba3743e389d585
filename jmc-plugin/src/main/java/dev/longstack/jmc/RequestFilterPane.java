package dev.longstack.jmc;

import dev.longstack.analysis.text.Durations;
import dev.longstack.jmc.adapter.table.RequestFilter;
import dev.longstack.jmc.adapter.table.RequestFilter.Area;
import dev.longstack.jmc.adapter.table.RequestTable;
import java.util.BitSet;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

/** Which requests are listed: words, an area of the overview, the requests of an operation path. */
final class RequestFilterPane extends Composite {
    private static final int TYPING_MILLIS = 150;
    private static final int COUNT_WIDTH = 330;
    private static final int OVERVIEW_HEIGHT = 74;
    private static final int MAX_NAME = 120;

    private final Text words;
    private final Label count;
    private final Link limits;
    private final OverviewCanvas overview;
    private final Runnable changed;
    private RequestFilter filter = RequestFilter.ALL;
    /** Of the operation path whose requests are listed alone. */
    private String path = "";

    /**
     * One that lets all through.
     *
     * @param like whose colours the overview takes
     */
    RequestFilterPane(Composite parent, Control like, Runnable changed) {
        super(parent, SWT.NONE);
        this.changed = changed;
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 2).applyTo(this);
        words = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.BORDER);
        words.setMessage("Filter the table");
        words.setToolTipText("Show only requests whose operation, step, state or hints contain all of these words");
        words.addListener(SWT.Modify, event -> changedSoon());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
        count = new Label(this, SWT.RIGHT);
        GridDataFactory.swtDefaults().hint(COUNT_WIDTH, SWT.DEFAULT).applyTo(count);
        limits = new Link(this, SWT.NONE);
        limits.addListener(SWT.Selection, event -> lift());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .exclude(true)
                .applyTo(limits);
        overview = new OverviewCanvas(this, like, this::brushed);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(SWT.DEFAULT, OVERVIEW_HEIGHT)
                .applyTo(overview);
    }

    RequestFilter filter() {
        return filter.withWords(words.getText());
    }

    Text words() {
        return words;
    }

    OverviewCanvas overview() {
        return overview;
    }

    /** Shows these requests; the words stay. Null shows none. */
    void show(RequestTable requests) {
        filter = RequestFilter.ALL;
        path = "";
        overview.show(requests);
        count.setText("");
        showLimits();
    }

    void setCount(String text) {
        count.setText(text);
    }

    /** Lists only the requests of an operation path. */
    void onlyOf(String newPath, BitSet requests) {
        filter = filter.onlyOf(requests);
        path = newPath;
        showLimits();
        changed.run();
    }

    private void brushed(Area area) {
        filter = filter.in(area);
        showLimits();
        changed.run();
    }

    /** Lets all through. */
    void lift() {
        filter = RequestFilter.ALL;
        path = "";
        overview.clearBrush();
        words.setText("");
        showLimits();
        changed.run();
    }

    private void changedSoon() {
        String text = words.getText();
        getDisplay().timerExec(TYPING_MILLIS, () -> {
            if (!isDisposed() && text.equals(words.getText())) {
                changed.run();
            }
        });
    }

    /** Says what besides the words keeps requests from being listed. */
    private void showLimits() {
        String of = filter.only() == null ? "" : "with a step " + shortened(path);
        String in = filter.area() == null ? "" : "in the selected area" + took(filter.area());
        boolean isLimited = filter.only() != null || filter.area() != null;
        limits.setText(
                isLimited
                        ? "Only requests " + (of + (of.isEmpty() || in.isEmpty() ? "" : ", ") + in).replace("&", "&&")
                                + "   <a>Show all</a>"
                        : "");
        ((GridData) limits.getLayoutData()).exclude = !isLimited;
        limits.setVisible(isLimited);
        layout();
        getParent().layout();
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : "…" + name.substring(name.length() - MAX_NAME);
    }

    private static String took(Area area) {
        String shortest = area.shortestNanos() == 0 ? "" : " that took at least " + Durations.of(area.shortestNanos());
        String longest = area.longestNanos() == Long.MAX_VALUE
                ? ""
                : (shortest.isEmpty() ? " that took" : " and") + " at most " + Durations.of(area.longestNanos());
        return shortest + longest;
    }
}
