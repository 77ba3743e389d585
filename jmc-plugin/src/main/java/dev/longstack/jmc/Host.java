package dev.longstack.jmc;

import org.openjdk.jmc.common.item.IItemCollection;

/** Where a pane of requests is shown. UI thread. */
interface Host {
    /** Gives these items to Mission Control's other views. */
    void select(IItemCollection items);

    /** Whether there is an event browser to show items in. */
    boolean hasEventBrowser();

    void showInEventBrowser(IItemCollection items);
}
