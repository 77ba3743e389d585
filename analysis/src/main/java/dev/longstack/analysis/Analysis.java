package dev.longstack.analysis;

import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.ContextTable;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.read.EventFinder;
import dev.longstack.analysis.read.JfrReader;
import dev.longstack.analysis.read.OtherEvent;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.stack.AsyncStack;
import dev.longstack.analysis.stack.AsyncStacks;
import dev.longstack.analysis.tree.Requests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A recording that has been read and linked; one thread. */
public final class Analysis {
    private static final int MAX_HOLDERS = 1000;

    private final Path file;
    private final Model model;
    private final AsyncStacks stacks;
    private final Requests requests;

    private Analysis(Path file, Model model) {
        this.file = file;
        this.model = model;
        this.stacks = new AsyncStacks(model);
        this.requests = new Requests(model);
    }

    /**
     * Reads and links a recording.
     *
     * @param progress told the number of events read so far, now and then
     * @throws RecordingException if nothing of it can be read; what can is read, and the rest is an issue of the model
     */
    public static Analysis open(Path file, LongConsumer progress) throws RecordingException {
        Linker linker = new Linker();
        JfrReader.open(file).read(linker, progress);
        return new Analysis(file, linker.link());
    }

    public Path file() {
        return file;
    }

    public Model model() {
        return model;
    }

    public Requests requests() {
        return requests;
    }

    public AsyncStacks stacks() {
        return stacks;
    }

    /** The n-th event of a type, from 1 on, in order of time; null where there are fewer. Reads the file once more. */
    public @Nullable OtherEvent event(String type, int n) throws RecordingException {
        return new EventFinder(file).nth(type, n);
    }

    /** A wait with what it held up; the row is of the context table. */
    public record Wait(OtherEvent event, int row, AsyncStack stack) {}

    /** The longest waits inside the tree of a request, longest first. Reads the file once more. */
    public List<Wait> longestWaits(int top, int most) throws RecordingException {
        Set<Integer> tree = new HashSet<>(requests.tree(top));
        return new EventFinder(file)
                .longestWaits(most, event -> tree.contains(contextOf(event))).stream()
                        .map(event -> new Wait(
                                event,
                                contextOf(event),
                                stacks.ofEvent(event.stack(), event.thread(), event.startNanos())))
                        .toList();
    }

    /**
     * The threads that held what was waited for, the last one first: the previous owner, and where that one had waited for the
     * same thing meanwhile, the one before it, and so on. Empty where the event does not tell. Reads the file once more.
     */
    public List<String> holders(OtherEvent wait) throws RecordingException {
        if (wait.culprit() == null) {
            return List.of();
        }
        List<OtherEvent> others = new EventFinder(file).longestWaits(MAX_HOLDERS, wait::overlapsOnTheSame);
        List<String> holders = new ArrayList<>();
        String holder = wait.culprit();
        while (holder != null && !holders.contains(holder)) {
            holders.add(holder);
            String thread = holder;
            holder = others.stream()
                    .filter(each -> thread.equals(each.thread()))
                    .findFirst()
                    .map(OtherEvent::culprit)
                    .orElse(null);
        }
        return holders;
    }

    private int contextOf(OtherEvent event) {
        String thread = event.thread();
        int run = thread == null ? ContextTable.NO_ROW : stacks.innermostRun(thread, event.startNanos());
        return run == ContextTable.NO_ROW
                ? ContextTable.NO_ROW
                : model.invocations().contextRow(run);
    }
}
