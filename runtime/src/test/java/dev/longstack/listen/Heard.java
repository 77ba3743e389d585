package dev.longstack.listen;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.ReleaseReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what it is told, in order. */
final class Heard implements ContextListener {
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    @Override
    public void created(AsyncContext context) {
        lines.add("created " + context.operation() + (context.arguments().isEmpty() ? "" : " " + context.arguments()));
    }

    @Override
    public void changed(long contextId, long parentId) {
        lines.add("changed " + contextId + " " + parentId);
    }

    @Override
    public void released(AsyncContext context, ReleaseReason reason) {
        lines.add("released " + context.operation() + " " + reason.word());
    }

    @Override
    public void resolved(long contextId) {
        lines.add("resolved " + contextId);
    }

    @Override
    public void hint(long contextId, String name, String details) {
        lines.add("hint " + name + " " + details);
    }

    @Override
    public void objectTracked(Object object, long contextId) {
        lines.add("tracked " + object);
    }

    @Override
    public void objectReleased(Object object, long contextId) {
        lines.add("object released " + object);
    }
}
