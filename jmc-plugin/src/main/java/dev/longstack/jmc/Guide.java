package dev.longstack.jmc;

import java.io.IOException;
import java.net.URL;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.program.Program;

/** The guide that comes with the plug-in. */
final class Guide {
    private Guide() {}

    /** Opens it in whatever shows HTML here. */
    static void open() {
        try {
            URL inBundle = FileLocator.find(Platform.getBundle(Icons.BUNDLE), new Path("guide/guide.html"));
            Program.launch(FileLocator.toFileURL(inBundle).toString());
        } catch (IOException e) {
            ILog.get().error("the guide can't be opened", e);
        }
    }
}
