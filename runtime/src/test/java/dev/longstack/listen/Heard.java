package dev.longstack.listen;

import dev.longstack.context.AsyncContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes down what it is told, in order. */
final class Heard implements ContextListener {
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Set<Interest> interests;

    private Heard(Set<Interest> interests) {
        this.interests = interests;
    }

    static Heard of(Interest first, Interest... rest) {
        return new Heard(EnumSet.of(first, rest));
    }

    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    @Override
    public Set<Interest> interests() {
        return interests;
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
    public void released(AsyncContext context, String reason) {
        lines.add("released " + context.operation() + " " + reason);
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
