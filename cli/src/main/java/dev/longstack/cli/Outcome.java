package dev.longstack.cli;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.read.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a recorded command ended, and what it left.
 *
 * @param target where it was to go
 * @param exitCode the command's
 * @param file what was written; null for nothing
 * @param analysis what is in it; null where it can't be read
 * @param problems what is wrong, in sentences; empty where the recording is whole
 */
record Outcome(
        Target target,
        int exitCode,
        @Nullable Path file,
        long sizeBytes,
        @Nullable Analysis analysis,
        List<String> problems) {
    private static final long ALMOST_FULL_BYTES = 1_000_000;

    static Outcome of(Target target, Process process, List<String> command) throws IOException {
        int code = process.exitValue();
        List<String> problems = new ArrayList<>();
        if (!target.isWritten()) {
            boolean began = Files.exists(target.part());
            String end = code > 128 ? "was killed by signal " + (code - 128) : "ended with exit code " + code;
            problems.add("java " + end + " before it " + (began ? "finished its recording" : "recorded anything"));
            if (began) {
                rescue(target, Repository.of(process.pid(), command), problems);
            }
            if (!target.isWritten()) {
                target.discard();
                return new Outcome(target, code, null, 0, null, problems);
            }
        }
        return read(target, code, problems);
    }

    /** Copies what a killed JVM left behind. */
    private static void rescue(Target target, @Nullable Repository left, List<String> problems) {
        if (left == null) {
            return;
        }
        try {
            left.copyTo(target.part());
        } catch (IOException e) {
            problems.add(
                    "what it had written is in '" + left.folder() + "' and could not be copied: " + e.getMessage());
        }
    }

    private static Outcome read(Target target, int code, List<String> problems) throws IOException {
        long sizeBytes = Files.size(target.part());
        Path file = target.hasOlder() ? target.part() : target.keep();
        Analysis analysis = null;
        try {
            analysis = RecordingOption.read(file, null);
            problems.addAll(analysis.model().rest().unreadable());
        } catch (RecordingException e) {
            problems.add("the recording can't be read: " + e.getMessage());
        }
        long free = Files.getFileStore(file.toAbsolutePath()).getUsableSpace();
        if (!problems.isEmpty() && free < ALMOST_FULL_BYTES) {
            problems.add("the disk is full: " + free + " bytes are left");
        }
        if (problems.isEmpty() && target.hasOlder()) {
            file = target.keep();
        }
        return new Outcome(target, code, file, sizeBytes, analysis, problems);
    }

    private boolean isReplacement() {
        return target.hasOlder() && problems.isEmpty();
    }

    /** The command's exit code; 1 where that would hide that the recording is not whole. */
    int code() {
        return exitCode == 0 && !problems.isEmpty() ? Main.FAILED : exitCode;
    }

    /** What is wrong, what was recorded, and what to type next. */
    void print(Page page) {
        problems.forEach(each -> page.line((analysis == null ? "error: " : "warning: ") + each));
        if (target.hasOlder() && !isReplacement()) {
            page.line("The older '" + target.file() + "' is unchanged.");
        }
        if (file != null && analysis != null) {
            printContents(page, file, analysis);
        } else if (file != null) {
            page.line("What was written is in '" + file + "' (" + size() + ").");
        }
    }

    private void printContents(Page page, Path recording, Analysis analysis) {
        page.line("Recorded '" + recording + "'" + (isReplacement() ? " (replacing an older file)" : "") + ": " + size()
                + ", " + Numbers.of(analysis.requests().count(), "request") + ", "
                + Numbers.of(analysis.model().contexts().size(), "context")
                + (exitCode == 0 ? "" : "; java ended with exit code " + exitCode));
        boolean hasEvents = analysis.model().hasLongstackEvents();
        if (!hasEvents) {
            page.line("warning: the recording has no Longstack events; did the agent print an error above?");
        }
        page.line("Next: " + Shell.longstack(problems.isEmpty() && hasEvents ? "requests" : "issues", recording));
    }

    private String size() {
        if (sizeBytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.0f kB", Math.ceil(sizeBytes / 1e3));
        }
        return String.format(Locale.ROOT, "%.1f MB", sizeBytes / 1e6);
    }

    Map<String, @Nullable Object> json() {
        return Json.object(
                "exitCode",
                exitCode,
                "recording",
                file == null ? null : file.toString(),
                "sizeBytes",
                sizeBytes,
                "replaced",
                isReplacement(),
                "requests",
                analysis == null ? null : analysis.requests().count(),
                "contexts",
                analysis == null ? null : analysis.model().contexts().size(),
                "problems",
                problems);
    }
}
