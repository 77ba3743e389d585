package dev.longstack.jmc.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThemeTest {
    private static final double MIDDLE = 0.5;

    @BeforeEach
    void clear() throws Exception {
        Workbench.clear();
    }

    @AfterEach
    void light() {
        theme("org.eclipse.e4.ui.css.theme.e4_default");
    }

    private static void theme(String id) {
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
        Workbench.spin(500);
    }

    private static double brightness(Color color) {
        return color.getRGB().getHSB()[2];
    }

    @Test
    void viewsFollowTheDarkTheme() throws Exception {
        RequestsViewTest.show();
        assertTrue(brightness(RequestsViewTest.table().getBackground()) > MIDDLE, "light at first");
        theme("org.eclipse.e4.ui.css.theme.e4_dark");
        RequestsViewTest.selectOneThatWaitedForALock();
        assertTrue(brightness(RequestsViewTest.table().getBackground()) < MIDDLE, "the table is dark");
        ImageData picture = Workbench.shoot("dark");
        Point corner = Workbench.shell()
                .getDisplay()
                .map(RequestsViewTest.canvas(), null, RequestsViewTest.canvas().getSize());
        Point origin = Workbench.shell().getLocation();
        RGB empty = picture.palette.getRGB(picture.getPixel(corner.x - origin.x - 30, corner.y - origin.y - 30));
        assertTrue(empty.getHSB()[2] < MIDDLE, "the timeline is dark");
        IWorkbenchPage page = Workbench.page();
        page.setPartState(page.getReference(page.showView(Workbench.REQUESTS)), IWorkbenchPage.STATE_RESTORED);
    }
}
