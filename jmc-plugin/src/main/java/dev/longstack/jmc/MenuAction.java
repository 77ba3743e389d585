package dev.longstack.jmc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolItem;

/** A button of a tool bar with a menu of things to switch on and off. */
final class MenuAction extends Action implements IMenuCreator {
    private final Map<String, Consumer<Boolean>> choices = new LinkedHashMap<>();
    private final Map<String, Boolean> on = new LinkedHashMap<>();
    private Menu menu;

    MenuAction(String text) {
        super(text, IAction.AS_DROP_DOWN_MENU);
        setMenuCreator(this);
    }

    /** One more thing to switch. */
    void add(String text, boolean isOn, Consumer<Boolean> changed) {
        choices.put(text, changed);
        on.put(text, isOn);
    }

    /** Switches one thing. */
    void set(String text, boolean isOn) {
        on.put(text, isOn);
        choices.get(text).accept(isOn);
    }

    @Override
    public Menu getMenu(Control parent) {
        dispose();
        menu = new Menu(parent);
        choices.keySet().forEach(text -> {
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(text);
            item.setSelection(on.get(text));
            item.addListener(SWT.Selection, event -> set(text, item.getSelection()));
        });
        return menu;
    }

    @Override
    public Menu getMenu(Menu parent) {
        return null;
    }

    /** The button itself opens the menu too. */
    @Override
    public void runWithEvent(Event event) {
        if (event.widget instanceof ToolItem item) {
            Menu shown = getMenu(item.getParent());
            shown.setLocation(
                    item.getParent().toDisplay(item.getBounds().x, item.getBounds().y + item.getBounds().height));
            shown.setVisible(true);
        }
    }

    @Override
    public void dispose() {
        if (menu != null) {
            menu.dispose();
            menu = null;
        }
    }
}
