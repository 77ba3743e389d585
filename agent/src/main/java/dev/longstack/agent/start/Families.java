package dev.longstack.agent.start;

import dev.longstack.agent.jdk.completablefuture.CompletableFutureFamily;
import dev.longstack.agent.jdk.executors.ExecutorsFamily;
import dev.longstack.agent.jdk.flow.FlowFamily;
import dev.longstack.agent.jdk.forkjoin.ForkJoinFamily;
import dev.longstack.agent.jdk.futures.FuturesFamily;
import dev.longstack.agent.jdk.handles.HandlesFamily;
import dev.longstack.agent.jdk.httpserver.HttpServerFamily;
import dev.longstack.agent.jdk.queues.QueuesFamily;
import dev.longstack.agent.jdk.scheduled.ScheduledFamily;
import dev.longstack.agent.jdk.structured.StructuredFamily;
import dev.longstack.agent.jdk.threads.ThreadsFamily;
import dev.longstack.agent.jdk.timer.TimerFamily;
import dev.longstack.agent.jdk.virtualthreads.VirtualThreadsFamily;
import dev.longstack.agent.library.drains.DrainsFamily;
import dev.longstack.agent.library.housekeeping.HousekeepingFamily;
import dev.longstack.agent.library.jetty.JettyFamily;
import dev.longstack.agent.library.micrometer.MicrometerFamily;
import dev.longstack.agent.library.okhttp.OkhttpFamily;
import dev.longstack.agent.library.rxjava.RxjavaFamily;
import dev.longstack.agent.library.servlet.ServletFamily;
import dev.longstack.agent.library.threadpertask.ThreadPerTaskFamily;
import dev.longstack.agent.library.tomcat.TomcatFamily;
import dev.longstack.agent.library.undertow.UndertowFamily;
import dev.longstack.agent.weave.Family;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All families: a new one is a line here. Options, the tables of the documents and the tests follow. */
final class Families {
    static final List<Family> ALL = List.of(
            ExecutorsFamily.FAMILY,
            FuturesFamily.FAMILY,
            ScheduledFamily.FAMILY,
            TimerFamily.FAMILY,
            ForkJoinFamily.FAMILY,
            CompletableFutureFamily.FAMILY,
            StructuredFamily.FAMILY,
            ThreadsFamily.FAMILY,
            VirtualThreadsFamily.FAMILY,
            QueuesFamily.FAMILY,
            FlowFamily.FAMILY,
            HttpServerFamily.FAMILY,
            ServletFamily.FAMILY,
            TomcatFamily.FAMILY,
            JettyFamily.FAMILY,
            UndertowFamily.FAMILY,
            ThreadPerTaskFamily.FAMILY,
            DrainsFamily.FAMILY,
            RxjavaFamily.FAMILY,
            OkhttpFamily.FAMILY,
            MicrometerFamily.FAMILY,
            HousekeepingFamily.FAMILY,
            HandlesFamily.FAMILY);

    private Families() {}

    static List<String> words() {
        return ALL.stream().map(Family::word).toList();
    }

    /** What libraries do for themselves, whether their families are woven or not. */
    static List<Family.OwnWork> ownWork() {
        return ALL.stream().flatMap(family -> family.ownWork().stream()).toList();
    }

    /** Their classes. */
    static Set<String> ownWorkClasses() {
        Set<String> classNames = new HashSet<>();
        ALL.forEach(family -> family.ownWork().forEach(work -> classNames.add(work.className())));
        return classNames;
    }

    static Set<String> takeTheirOwn() {
        Set<String> classNames = new HashSet<>();
        ALL.forEach(family -> classNames.addAll(family.takeTheirOwn()));
        return classNames;
    }
}
