package dev.longstack.frameworks.trial;

import dev.longstack.analysis.Analysis;
import dev.longstack.analysis.read.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code frameworks/run trial}: a table of services, and exit 1 if any step is recorded under another one's request. */
public final class TrialMain {
    private static final String HEAD = "| service | answered | none | requests | recorded | right | wrong | split |"
            + " unknown | mixed | assumed | mistaken |\n|---|" + "---:|".repeat(11);

    private final Settings settings;
    private final Path folder;

    private TrialMain(Settings settings, Path folder) {
        this.settings = settings;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Settings settings = settings(args);
        Path folder = settings.keep().isPresent()
                ? Files.createDirectories(settings.keep().get())
                : Files.createTempDirectory("longstack-trial");
        TrialMain trial = new TrialMain(settings, folder);
        System.exit(trial.run(chosen(settings)) ? 0 : 1);
    }

    private static Settings settings(String[] args) {
        try {
            return Settings.of(args);
        } catch (IllegalArgumentException e) {
            throw exit(String.valueOf(e.getMessage()));
        }
    }

    private static List<Service> chosen(Settings settings) throws IOException {
        List<Service> all = Service.all(settings.root());
        for (String name : settings.names()) {
            if (all.stream().noneMatch(each -> each.name().equals(name))) {
                throw exit("no service '" + name + "'");
            }
        }
        int jdk = feature(settings.jdk());
        return all.stream()
                .filter(each -> settings.names().isEmpty() || settings.names().contains(each.name()))
                .filter(each -> each.oldestJdk() <= jdk)
                .toList();
    }

    /** The feature release of a JDK, as its own file says. */
    private static int feature(Path jdk) throws IOException {
        String line = Files.readAllLines(jdk.resolve("release")).stream()
                .filter(each -> each.startsWith("JAVA_VERSION="))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"));
    }

    private static Error exit(String message) {
        System.err.println("error: " + message);
        System.exit(2);
        return new AssertionError("invariant: ended");
    }

    private boolean run(List<Service> services) {
        boolean right = true;
        List<String> remarks = new ArrayList<>();
        System.out.println(HEAD);
        for (Service service : services) {
            try {
                right &= run(service, remarks);
            } catch (IOException | InterruptedException | RuntimeException e) {
                right = false;
                System.out.println("| " + service.name() + " | could not be tried |");
                remarks.add(service.name() + ": " + e);
            }
        }
        System.out.println();
        remarks.forEach(System.out::println);
        return right;
    }

    private boolean run(Service service, List<String> remarks) throws IOException, InterruptedException {
        Path recording = folder.resolve(service.name() + ".jfr");
        Load.Outcome outcome;
        try (Child child = Child.start(settings, service, recording)) {
            outcome = new Load(service, child.port()).run(settings.seconds(), settings.requests());
            // what follows an answer, such as listeners of its completion
            Thread.sleep(300);
        }
        Facts facts = Facts.read(recording);
        Recorded recorded = new Recorded(open(recording), facts.requestIds());
        Score score = new Judge(recorded).score(facts.steps());
        long requests = facts.steps().stream().filter(Facts.Step::isRequest).count();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d |",
                service.name(),
                outcome.answered(),
                outcome.unanswered(),
                requests,
                recorded.requests()));
        for (Verdict verdict : Verdict.values()) {
            line.append(' ').append(score.of(verdict)).append(" |");
        }
        System.out.println(line);
        score.remarks().forEach(each -> remarks.add(service.name() + ": " + each));
        if (settings.keep().isEmpty()) {
            Files.delete(recording);
        }
        return score.of(Verdict.WRONG) == 0 && outcome.unanswered() == 0;
    }

    private static Analysis open(Path recording) throws IOException {
        try {
            return Analysis.open(recording, events -> {});
        } catch (RecordingException e) {
            throw new IOException(e);
        }
    }
}
