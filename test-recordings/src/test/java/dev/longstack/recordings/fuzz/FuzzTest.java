package dev.longstack.recordings.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.read.RecordingException;
import dev.longstack.recordings.trace.ModelText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of damaged recordings: each is read in bounded time and memory, ends in an answer or a RecordingException, and never
 * loses an event of ours without a word. {@code ./fuzz} runs many more.
 */
class FuzzTest {
    private static final int MUTANTS = Integer.getInteger("fuzz.mutants", 2_000);
    private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);
    private static final long MOST_SECONDS = 20;
    private static final long MOST_BYTES = 1L << 29;
    private static final Path KEPT = Path.of("target", "fuzz");

    @TempDir
    private Path folder;

    private final ExecutorService reader = Executors.newSingleThreadExecutor();

    /** What became of a mutant. */
    private enum Outcome {
        /** The same answer as of the sound recording. */
        IDENTICAL,
        /** All of our events, with other values. */
        CLEAN,
        WARNED,
        REFUSED,
        /** The first or last chunk is not there, and nobody can know that it ever was. */
        GONE,
        SILENT,
        FAILED
    }

    /** What a sound recording says: the expected counts are the JDK's. */
    private record Sound(String name, Mutants mutants, Map<String, Long> ours, String text) {}

    @Test
    void nothingIsLostInSilence() throws Exception {
        List<Sound> recordings = new ArrayList<>();
        for (Map.Entry<String, Path> each : Sources.in(folder).entrySet()) {
            recordings.add(sound(each.getKey(), each.getValue()));
        }
        Map<String, Map<Outcome, Integer>> table = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + MUTANTS; seed++) {
            Sound sound = recordings.get((int) (seed % recordings.size()));
            Mutant mutant = sound.mutants().mutant(seed);
            Outcome outcome = outcome(sound, mutant);
            table.computeIfAbsent(mutant.kind(), kind -> new EnumMap<>(Outcome.class))
                    .merge(outcome, 1, Integer::sum);
            if (outcome == Outcome.SILENT || outcome == Outcome.FAILED) {
                wrong.add(keep(sound, mutant, seed, outcome));
            }
        }
        reader.shutdownNow();
        print(table);
        assertThat(wrong).as("of %d mutants", MUTANTS).isEmpty();
    }

    private Sound sound(String name, Path file) throws Exception {
        Map<String, Long> ours = new HashMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().startsWith("longstack.")) {
                ours.merge(event.getEventType().getName(), 1L, Long::sum);
            }
        }
        Model model = Analysis.open(file, count -> {}).model();
        assertThat(model.rest().unreadable()).as(name).isEmpty();
        assertThat(ours).as(name).isNotEmpty();
        return new Sound(name, new Mutants(Files.readAllBytes(file)), ours, text(model));
    }

    private static String text(Model model) {
        return ModelText.of(model) + model.rest().eventCounts();
    }

    private String problem = "";

    private Outcome outcome(Sound sound, Mutant mutant) throws Exception {
        Path file = Files.write(folder.resolve("mutant.jfr"), mutant.bytes());
        problem = "";
        try {
            return reader.submit(() -> read(file, sound, mutant)).get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordingException) {
                return Outcome.REFUSED;
            }
            Throwable cause = Objects.requireNonNull(e.getCause());
            StackTraceElement[] stack = cause.getStackTrace();
            problem = cause + (stack.length == 0 ? "" : " at " + stack[0]);
            return Outcome.FAILED;
        } catch (TimeoutException e) {
            problem = "takes too long";
            return Outcome.FAILED;
        }
    }

    private Outcome read(Path file, Sound sound, Mutant mutant) throws RecordingException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Model model = Analysis.open(file, count -> {}).model();
        String text = text(model);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated).as("bytes allocated").isLessThan(MOST_BYTES);
        if (!model.rest().unreadable().isEmpty()) {
            return Outcome.WARNED;
        }
        if (text.equals(sound.text())) {
            return Outcome.IDENTICAL;
        }
        if (mutant.losesChunks()) {
            return Outcome.GONE;
        }
        for (Map.Entry<String, Long> each : sound.ours().entrySet()) {
            long read = model.rest().eventCounts().getOrDefault(each.getKey(), 0L);
            if (read < each.getValue()) {
                problem = each.getValue() + " " + each.getKey() + ", read " + read;
                return Outcome.SILENT;
            }
        }
        problem = "no value is damaged, and yet the answer is another";
        return mutant.sparesValues() ? Outcome.SILENT : Outcome.CLEAN;
    }

    private String keep(Sound sound, Mutant mutant, long seed, Outcome outcome) throws IOException {
        Files.createDirectories(KEPT);
        Path file = KEPT.resolve(sound.name() + "-" + seed + ".jfr");
        Files.write(file, mutant.bytes());
        return outcome + ": " + mutant.kind() + ", " + file + ": " + problem;
    }

    private static void print(Map<String, Map<Outcome, Integer>> table) {
        Map<String, Map<Outcome, Integer>> all = new LinkedHashMap<>(table);
        Map<Outcome, Integer> sum = new EnumMap<>(Outcome.class);
        table.values().forEach(row -> row.forEach((outcome, count) -> sum.merge(outcome, count, Integer::sum)));
        all.put("all", sum);
        StringBuilder text = new StringBuilder("| damage |");
        for (Outcome outcome : Outcome.values()) {
            text.append(' ').append(outcome.name().toLowerCase(Locale.ROOT)).append(" |");
        }
        all.forEach((kind, row) -> {
            text.append("\n| ").append(kind).append(" |");
            for (Outcome outcome : Outcome.values()) {
                text.append(' ').append(row.getOrDefault(outcome, 0)).append(" |");
            }
        });
        System.out.println(text);
    }
}
