package dev.longstack.agent.library.micrometer;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Members;

/** Micrometer: a monitored executor times each task, which keeps its name; registries poll and publish for all. */
public final class MicrometerFamily {
    private static final String INSTRUMENT = "io.micrometer.core.instrument.";
    private static final String INTERNAL = "io/micrometer/core/instrument/internal/";

    public static final Family FAMILY = Family.named(
                    "micrometer", "tasks of executors that Micrometer monitors: named by their own class")
            .gives(INTERNAL + "TimedRunnable", Members.LIBRARY_TASK)
            .gives(INTERNAL + "TimedCallable", Members.LIBRARY_TASK)
            .doesForItself(INSTRUMENT + "HighCardinalityTagsDetector$$Lambda", "looks at all meters")
            .doesForItself(INSTRUMENT + "binder.kafka.KafkaMetrics$$Lambda", "binds new metrics of the client")
            .doesForItself(INSTRUMENT + "push.PushMeterRegistry$$Lambda", "publishes the metrics of all")
            .doesForItself(INSTRUMENT + "step.StepMeterRegistry$$Lambda", "polls the meters of all")
            .declared();

    private MicrometerFamily() {}
}
