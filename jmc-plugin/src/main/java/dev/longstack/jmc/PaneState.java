package dev.longstack.jmc;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.ui.IMemento;
import org.openjdk.jmc.common.IState;
import org.openjdk.jmc.common.IWritableState;

/** What a pane remembers between two times that it is shown: texts by name. UI thread. */
final class PaneState {
    private final Map<String, String> values = new TreeMap<>();

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    boolean is(String name, boolean otherwise) {
        return Boolean.parseBoolean(get(name, Boolean.toString(otherwise)));
    }

    void put(String name, Object value) {
        values.put(name, value.toString());
    }

    static PaneState of(IMemento memento) {
        PaneState state = new PaneState();
        if (memento != null) {
            for (String name : memento.getAttributeKeys()) {
                state.put(name, memento.getString(name));
            }
        }
        return state;
    }

    void saveTo(IMemento memento) {
        values.forEach(memento::putString);
    }

    static PaneState of(IState from) {
        PaneState state = new PaneState();
        if (from != null) {
            for (String name : from.getAttributeKeys()) {
                state.put(name, from.getAttribute(name));
            }
        }
        return state;
    }

    void saveTo(IWritableState state) {
        values.forEach(state::putString);
    }
}
