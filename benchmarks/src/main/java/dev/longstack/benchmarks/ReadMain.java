package dev.longstack.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.consumer.EventStream;

/** Only reads a recording's events, with the reader of the analysis and as it is set there. */
public final class ReadMain {
    private ReadMain() {}

    public static void main(String[] args) throws Exception {
        LongAdder count = new LongAdder();
        try (EventStream stream = EventStream.openFile(Path.of(args[0]))) {
            stream.setReuse(true);
            stream.setOrdered(false);
            stream.onEvent(event -> count.increment());
            stream.start();
        }
        System.out.println("events " + count);
    }
}
