package dev.longstack.jmc;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;

/** Makes the buttons of our tool bars. UI thread. */
final class Tools {
    private Tools() {}

    static Action push(String icon, String text, Runnable pressed) {
        return make(icon, text, IAction.AS_PUSH_BUTTON, on -> pressed.run());
    }

    static Action check(String icon, String text, boolean on, Consumer<Boolean> changed) {
        Action action = make(icon, text, IAction.AS_CHECK_BOX, changed);
        action.setChecked(on);
        return action;
    }

    /** One of several, of which one is on. */
    static Action radio(String icon, String text, boolean on, Runnable chosen) {
        Action action = make(icon, text, IAction.AS_RADIO_BUTTON, isOn -> {
            if (isOn) {
                chosen.run();
            }
        });
        action.setChecked(on);
        return action;
    }

    private static Action make(String icon, String text, int style, Consumer<Boolean> run) {
        Action action = new Action(text, style) {
            @Override
            public void run() {
                run.accept(isChecked());
            }
        };
        action.setImageDescriptor(Icons.of(icon));
        return action;
    }
}
