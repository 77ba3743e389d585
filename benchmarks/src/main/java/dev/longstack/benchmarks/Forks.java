package dev.longstack.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH benchmarks a fork at a time; JMH itself would run all forks of a variant in a row. */
final class Forks {
    private final Session session;

    Forks(Session session) {
        this.session = session;
    }

    /** Options for one fork of what is included later. */
    ChainedOptionsBuilder options() {
        TimeValue iteration = TimeValue.milliseconds(session.either(300, 1_000));
        return new OptionsBuilder()
                .forks(1)
                .warmupIterations(session.either(4, 5))
                .warmupTime(iteration)
                .measurementIterations(session.either(3, 5))
                .measurementTime(iteration)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    /** One fork of each benchmark that the options include. */
    void run(Variant variant, ChainedOptionsBuilder options, BiConsumer<RunResult, Cost> seen) throws RunnerException {
        Path recording = session.folder().resolve("fork.jfr");
        List<String> arguments = new ArrayList<>(List.of("-Xms1g", "-Xmx1g"));
        arguments.addAll(variant.jvmArgs("maxsize=64m,filename=" + recording));
        options.jvmArgs(arguments.toArray(String[]::new));
        for (RunResult result : new Runner(options.build()).run()) {
            seen.accept(result, Cost.of(result));
        }
    }

    /** Of one operation, the median of the fork's iterations. */
    record Cost(double nanos, double bytes) {
        static Cost of(RunResult result) {
            return new Cost(
                    median(result.getPrimaryResult()),
                    median(Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))));
        }

        private static double median(Result<?> result) {
            return result.getStatistics().getPercentile(50);
        }
    }
}
