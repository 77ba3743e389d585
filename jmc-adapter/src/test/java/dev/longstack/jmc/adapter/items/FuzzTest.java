package dev.longstack.jmc.adapter.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longstack.analysis.model.Model;
import dev.longstack.recordings.fuzz.Anatomy;
import dev.longstack.recordings.fuzz.Mutant;
import dev.longstack.recordings.fuzz.Mutants;
import dev.longstack.recordings.trace.ModelText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.flightrecorder.CouldNotLoadRecordingException;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Damaged recordings, as far as Mission Control opens them: the adapter answers whatever the items are. */
class FuzzTest {
    private static final int MUTANTS = Integer.getInteger("fuzz.mutants", 600);
    private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);
    private static final long MOST_SECONDS = 30;
    private static final Path FOLDER = Path.of("..", "test-recordings", "src", "main", "resources", "recordings");

    @TempDir
    private Path folder;

    private final ExecutorService reader = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        // one that hangs in Mission Control's own parser
        thread.setDaemon(true);
        return thread;
    });

    /** Kept, so that it stays as it is set. */
    private static final Logger PARSER = Logger.getLogger("org.openjdk.jmc");

    private enum Outcome {
        OPENED,
        /** By Mission Control itself. */
        REFUSED,
        /** Mission Control's own parser never ended. */
        HANGS_IN_LOADER,
        FAILED
    }

    @BeforeEach
    void leaveOutWhatTheParserLogs() {
        PARSER.setLevel(Level.OFF);
    }

    @AfterEach
    void endReader() {
        reader.shutdownNow();
    }

    @Test
    void whateverMissionControlOpensIsAnswered() throws Exception {
        List<Mutants> recordings = List.of(
                new Mutants(Files.readAllBytes(FOLDER.resolve("hops-17.jfr"))),
                new Mutants(Files.readAllBytes(FOLDER.resolve("hops-25.jfr"))));
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        List<String> wrong = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + MUTANTS; seed++) {
            Mutant mutant = recordings.get((int) (seed % recordings.size())).mutant(seed);
            String problem = Anatomy.isParsedInTime(mutant.bytes()) ? outcome(mutant, outcomes) : "";
            if (!problem.isEmpty()) {
                wrong.add(mutant.kind() + ", seed " + seed + ": " + problem);
            }
        }
        System.out.println("through Mission Control's loader: " + outcomes);
        assertThat(wrong).as("of %d mutants", MUTANTS).isEmpty();
    }

    /** What went wrong with it; empty for nothing. */
    private String outcome(Mutant mutant, Map<Outcome, Integer> outcomes) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("mutant.jfr"), mutant.bytes());
        String problem = "";
        Outcome outcome = Outcome.OPENED;
        try {
            IItemCollection items = reader.submit(() -> load(file)).get(MOST_SECONDS, TimeUnit.SECONDS);
            problem = answer(items);
            outcome = problem.isEmpty() ? Outcome.OPENED : Outcome.FAILED;
        } catch (ExecutionException e) {
            outcome = Outcome.REFUSED;
        } catch (TimeoutException e) {
            outcome = Outcome.HANGS_IN_LOADER;
        }
        outcomes.merge(outcome, 1, Integer::sum);
        return problem;
    }

    private static IItemCollection load(Path file) throws IOException, CouldNotLoadRecordingException {
        return JfrLoaderToolkit.loadEvents(file.toFile());
    }

    private String answer(IItemCollection items) throws InterruptedException {
        try {
            reader.submit(() -> text(items)).get(MOST_SECONDS, TimeUnit.SECONDS);
            return "";
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            StackTraceElement[] stack = cause.getStackTrace();
            return cause + (stack.length == 0 ? "" : " at " + stack[0]);
        } catch (TimeoutException e) {
            return "takes too long";
        }
    }

    private static String text(IItemCollection items) {
        OpenRecording recording = Objects.requireNonNull(OpenRecording.of(items, count -> true));
        Model model = recording.model();
        return ModelText.of(model);
    }
}
