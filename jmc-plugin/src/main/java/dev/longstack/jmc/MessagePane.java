package dev.longstack.jmc;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

/** What is shown in place of requests: a sentence, or what Longstack is and how to record with it. */
final class MessagePane extends Composite {
    private static final String FLAG =
            "java -javaagent:longstack-agent.jar -XX:StartFlightRecording:filename=app.jfr -jar app.jar";
    private static final int WRAP = 600;

    MessagePane(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(24, 20).spacing(5, 12).applyTo(this);
    }

    void say(String sentence) {
        clear();
        Label label = new Label(this, SWT.WRAP);
        label.setText(sentence);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        layout();
    }

    /** Says what to do about a recording that has no events of ours. */
    void invite() {
        clear();
        Label title = new Label(this, SWT.NONE);
        title.setText("This recording has no asynchronous requests");
        title.setFont(Theme.bold());
        Label what = new Label(this, SWT.WRAP);
        what.setText("Longstack follows each request through executors, futures and virtual threads. It shows what ran "
                + "where and when, what the request waited for, and one stack trace across all threads. To record this, "
                + "start the JVM with the Longstack agent:");
        GridDataFactory.fillDefaults().grab(true, false).hint(WRAP, SWT.DEFAULT).applyTo(what);
        Text flag = new Text(this, SWT.READ_ONLY | SWT.BORDER);
        flag.setText(FLAG);
        GridDataFactory.fillDefaults().applyTo(flag);
        Link guide = new Link(this, SWT.NONE);
        guide.setText("See the <a>guide</a> for how to read such recordings.");
        guide.addListener(SWT.Selection, event -> Guide.open());
        layout();
    }

    private void clear() {
        for (Control child : getChildren()) {
            child.dispose();
        }
    }
}
