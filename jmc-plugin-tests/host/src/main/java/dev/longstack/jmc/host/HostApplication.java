package dev.longstack.jmc.host;

import java.nio.file.Path;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/**
 * An empty workbench: no IDE. With the system property {@code longstack.host.recording} it opens that file and the plug-in's views,
 * looks whether they show it, and ends: 0 where they do. With {@code longstack.host.empty} it ends with 0 where the views are not
 * there.
 */
public final class HostApplication implements IApplication {
    private Integer result = EXIT_OK;

    @Override
    public Object start(IApplicationContext context) {
        Display display = PlatformUI.createDisplay();
        try {
            PlatformUI.createAndRunWorkbench(display, new Advisor());
            return result;
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench()
                    .getDisplay()
                    .syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }

    private final class Advisor extends WorkbenchAdvisor {
        @Override
        public void initialize(IWorkbenchConfigurer configurer) {
            configurer.setSaveAndRestore(false);
        }

        @Override
        public String getInitialWindowPerspectiveId() {
            return "dev.longstack.jmc.host.perspective";
        }

        @Override
        public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
            return new WorkbenchWindowAdvisor(configurer) {
                @Override
                public void preWindowOpen() {
                    getWindowConfigurer().setInitialSize(new Point(1270, 1000));
                    getWindowConfigurer().setTitle("Mission Control without its own pages");
                }
            };
        }

        @Override
        public void postStartup() {
            String recording = System.getProperty("longstack.host.recording");
            if (Boolean.getBoolean("longstack.host.empty")) {
                result = Look.isThere() ? Integer.valueOf(1) : EXIT_OK;
                PlatformUI.getWorkbench().close();
            } else if (recording != null) {
                Look.at(Path.of(recording), shown -> {
                    result = shown ? EXIT_OK : Integer.valueOf(1);
                    PlatformUI.getWorkbench().close();
                });
            }
        }
    }
}
