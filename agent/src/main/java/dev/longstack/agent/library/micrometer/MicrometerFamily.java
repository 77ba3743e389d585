package dev.longstack.agent.library.micrometer;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Members;

/** Micrometer: a monitored executor times each task, which keeps its name; registries poll and publish for all. */
public final class MicrometerFamily {
    private static final String INSTRUMENT = "io.micrometer.core.instrument.";
    private static final String INTERNAL = "io/micrometer/core/instrument/internal/";

    public static final Family FAMILY = Family.named(
                    "micrometer", "tasks of executors that Micrometer monitors, shown under their own class")
            .gives(INTERNAL + "TimedRunnable", Members.LIBRARY_TASK)
            .gives(INTERNAL + "TimedCallable", Members.LIBRARY_TASK)
            .doesForItself(INSTRUMENT + "HighCardinalityTagsDetector$$Lambda", "inspects all meters")
            .doesForItself(INSTRUMENT + "binder.kafka.KafkaMetrics$$Lambda", "registers new metrics of the client")
            .doesForItself(INSTRUMENT + "push.PushMeterRegistry$$Lambda", "publishes all metrics")
            .doesForItself(INSTRUMENT + "step.StepMeterRegistry$$Lambda", "polls all meters")
            .declared();

    private MicrometerFamily() {}
}
