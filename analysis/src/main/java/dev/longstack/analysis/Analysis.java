package dev.longstack.analysis;

import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.read.EventPick;
import dev.longstack.analysis.read.JfrReader;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.analysis.stack.AsyncStacks;
import dev.longstack.analysis.tree.CriticalPath;
import dev.longstack.analysis.tree.CriticalPath.Segment;
import dev.longstack.analysis.tree.Request;
import dev.longstack.analysis.tree.Requests;
import dev.longstack.analysis.tree.TimeShares;
import dev.longstack.analysis.tree.Waits;
import dev.longstack.analysis.tree.Waits.Wait;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A recording that has been read and linked; any thread. */
public final class Analysis {
    private final Model model;
    private final AsyncStacks stacks;
    private final Requests requests;
    private final Waits waits;

    private Analysis(Model model) {
        this.model = model;
        this.stacks = new AsyncStacks(model);
        this.requests = new Requests(model);
        this.waits = new Waits(model, stacks);
    }

    /**
     * Reads and links a recording.
     *
     * @param progress told the number of events read so far, now and then
     * @throws RecordingException if nothing of it can be read; what can is read, and the rest is an issue of the model
     */
    public static Analysis open(Path file, LongConsumer progress) throws RecordingException {
        return open(file, null, progress);
    }

    /** Picks an event of any type besides. */
    public static Analysis open(Path file, @Nullable EventPick pick, LongConsumer progress) throws RecordingException {
        Linker linker = new Linker();
        JfrReader.open(file).read(linker, pick, progress);
        return new Analysis(linker.link());
    }

    /** Of a model that something else than a file was read into. */
    public static Analysis of(Model model) {
        return new Analysis(model);
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

    public Waits waits() {
        return waits;
    }

    /** What a request did with its time. */
    public TimeShares shares(Request request) {
        return TimeShares.of(model, request, tree(request));
    }

    /** The chain of causes that a request's end had to wait for. */
    public List<Segment> criticalPath(Request request) {
        return CriticalPath.of(model, request, tree(request));
    }

    /** The longest waits of a request's threads, longest first. */
    public List<Wait> longestWaits(Request request, int most) {
        return waits.longest(request, tree(request), most);
    }

    private List<Integer> tree(Request request) {
        return requests.tree(request.row(), request.invocation());
    }
}
