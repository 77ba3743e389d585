package dev.longstack.jmc;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.plugin.AbstractUIPlugin;

/** Images by name, as descriptors: whoever makes an image of one gives it back. */
final class Icons {
    /** The symbolic name of this bundle. */
    static final String BUNDLE = "dev.longstack.jmc";

    private Icons() {}

    /** The icon of a name, such as {@code zoom}, for the theme of now. */
    static ImageDescriptor of(String name) {
        return AbstractUIPlugin.imageDescriptorFromPlugin(
                BUNDLE, "icons/" + (Theme.isDark() ? "dark/" : "") + name + ".svg");
    }
}
