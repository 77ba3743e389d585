package dev.longstack.recordings.trace;

import dev.longstack.analysis.link.Linker;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.ContextFacts;
import dev.longstack.analysis.source.EventSink;
import dev.longstack.analysis.source.EventSink.Run;
import dev.longstack.analysis.source.EventSink.Schedule;
import dev.longstack.analysis.source.WaitKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A story told in lines, one an event, and what the model is expected to say of it.
 *
 * @param events the lines before {@code expect}
 * @param expected the text after it
 */
public record Trace(List<String> events, String expected) {
    private static final String EXPECT = "expect\n";

    /** Takes a file's text apart. */
    public static Trace of(String text) {
        int at = text.indexOf(EXPECT);
        if (at < 0) {
            throw new IllegalArgumentException("a trace has a line 'expect'");
        }
        List<String> events = text.substring(0, at)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        return new Trace(events, text.substring(at + EXPECT.length()));
    }

    /** Links the events. */
    public Model link() {
        Linker linker = new Linker();
        events.forEach(line -> tell(linker, new Words(line)));
        return linker.link();
    }

    private static void tell(EventSink sink, Words words) {
        switch (words.event) {
            case "wait" -> sink.waited(words.waited());
            case "create" -> sink.creation(words.facts(), words.number("at", 0), words.word("on"), words.stack());
            case "invoke" -> sink.invocation(words.facts(), words.run(), words.schedule());
            case "active" -> sink.active(words.facts(), words.run());
            case "release" -> sink.release(words.facts(), words.number("at", 0), words.required("reason"));
            case "site" ->
                sink.callSite(new EventSink.CallSite(
                        words.required("op"),
                        null,
                        words.word("under"),
                        words.number("created", 0),
                        words.number("taken", 0),
                        words.stack()));
            case "configuration" ->
                sink.configuration(new EventSink.Configuration(
                        words.number("process", 1), 1, null, null, words.word("creations"), null));
            case "dropped" ->
                sink.dropped(new EventSink.Dropped(
                        words.required("reason"), words.number("count", 0), words.number("at", 0), (int)
                                words.number("every", 0)));
            case "open" -> sink.openRequest(words.open());
            default -> throw new IllegalArgumentException("unknown event '" + words.event + "'");
        }
    }

    /** One line: the event, the context as {@code id} or {@code id.invocation}, then pairs of a key and a word. */
    private static final class Words {
        private final String event;
        private final String context;
        private final Map<String, String> pairs = new HashMap<>();

        Words(String line) {
            String[] words = line.trim().split("\\s+", -1);
            event = words[0];
            boolean hasContext = words.length % 2 == 0;
            context = hasContext ? words[1] : "0";
            for (int i = hasContext ? 2 : 1; i + 1 < words.length; i += 2) {
                pairs.put(words[i], words[i + 1]);
            }
        }

        @Nullable
        String word(String key) {
            return pairs.get(key);
        }

        String required(String key) {
            String word = pairs.get(key);
            if (word == null) {
                throw new IllegalArgumentException("'" + event + " " + context + "' needs '" + key + "'");
            }
            return word;
        }

        long number(String key, long absent) {
            String word = pairs.get(key);
            return word == null ? absent : word.equals("unknown") ? EventSink.UNKNOWN : Long.parseLong(word);
        }

        @Nullable
        String stack() {
            String word = pairs.get("stack");
            return word == null ? null : word.replace(';', '\n');
        }

        ContextFacts facts() {
            String parent = pairs.getOrDefault("parent", "0");
            return new ContextFacts(id(context), id(parent), part(parent, 0), word("kind"), word("op"), null);
        }

        Run run() {
            return new Run(
                    part(context, 1),
                    number("from", 0),
                    number("to", 0),
                    word("on"),
                    word("failure"),
                    number("request-id", 0),
                    word("request"));
        }

        Schedule schedule() {
            return new Schedule(
                    number("trigger", 0), word("created-on"), number("delay", 0), number("queued", 0), null, -1);
        }

        EventSink.Wait waited() {
            WaitKind kind = WaitKind.valueOf(pairs.getOrDefault("kind", "PARK"));
            return new EventSink.Wait(
                    kind.types().get(0),
                    number("from", 0),
                    number("to", 0),
                    required("on"),
                    word("for"),
                    number("address", 0),
                    word("held-by"),
                    stack());
        }

        EventSink.OpenRequest open() {
            String steps = word("steps");
            return new EventSink.OpenRequest(
                    id(context),
                    word("request"),
                    number("at", 0),
                    (int) number("hops", 0),
                    steps == null ? null : steps.replace(';', '\n').replace(',', ' '),
                    "true".equals(word("collected")));
        }

        private static long id(String text) {
            int dot = text.indexOf('.');
            return Long.parseLong(dot < 0 ? text : text.substring(0, dot));
        }

        private static int part(String text, int absent) {
            int dot = text.indexOf('.');
            return dot < 0 ? absent : Integer.parseInt(text.substring(dot + 1));
        }
    }
}
