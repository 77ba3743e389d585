package dev.longstack.record;

import dev.longstack.events.ActiveInvocationEvent;
import dev.longstack.events.CallSiteEvent;
import dev.longstack.events.ConfigurationEvent;
import dev.longstack.events.CreationControl;
import dev.longstack.events.DroppedEvent;
import dev.longstack.events.OpenRequestEvent;
import dev.longstack.events.Protocol;
import dev.longstack.events.RuntimeStatisticsEvent;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * The events that JFR asks for from time to time, on a thread of its own. Registered when a recording makes JFR ready, not
 * before: a JVM that never records must not pay for it.
 */
public final class PeriodicEvents {
    private static final long ACTIVE_NANOS = 1_000_000_000L;
    private static final int MAX_OPEN = 1_000;
    private static final int MAX_ACTIVE = 10_000;
    private static final AtomicBoolean INSTALLED = new AtomicBoolean();

    /** Random; made with the first recording, since a SecureRandom loads providers and reads files. */
    private static final class ProcessInstance {
        static final long ID = new SecureRandom().nextLong() | 1;
    }

    private static volatile LongSupplier sideTableSize = () -> 0;
    private static volatile String families = "";

    private final Map<String, Long> told = new HashMap<>();

    private PeriodicEvents() {}

    /** Waits for JFR to become ready; once a JVM. */
    public static void install() {
        if (!INSTALLED.compareAndSet(false, true)) {
            return;
        }
        PeriodicEvents events = new PeriodicEvents();
        FlightRecorder.addListener(new FlightRecorderListener() {
            @Override
            public void recorderInitialized(FlightRecorder recorder) {
                events.register();
            }

            @Override
            public void recordingStateChanged(Recording recording) {
                if (recording.getState() == RecordingState.RUNNING) {
                    guarded(Budget::recordingStarts).run();
                }
            }
        });
    }

    /** How many contexts are carried beside their task. */
    public static void countSideTableBy(LongSupplier size) {
        sideTableSize = size;
    }

    /** The woven families, for the recording. */
    public static void nameFamilies(String names) {
        families = names;
    }

    private void register() {
        FlightRecorder.addPeriodicEvent(ConfigurationEvent.class, guarded(this::chunk));
        FlightRecorder.addPeriodicEvent(RuntimeStatisticsEvent.class, guarded(PeriodicEvents::statistics));
        FlightRecorder.addPeriodicEvent(DroppedEvent.class, guarded(this::dropped));
        FlightRecorder.addPeriodicEvent(CallSiteEvent.class, guarded(PeriodicEvents::callSites));
        FlightRecorder.addPeriodicEvent(ActiveInvocationEvent.class, guarded(() -> activeInvocations(true)));
        FlightRecorder.addPeriodicEvent(OpenRequestEvent.class, guarded(() -> openRequests(true)));
    }

    private static Runnable guarded(Runnable hook) {
        return () -> {
            try {
                hook.run();
            } catch (Throwable e) {
                Faults.swallow(e);
            }
        };
    }

    /** A chunk begins or ends: its last second is told as well. */
    private void chunk() {
        configuration();
        dropped();
    }

    private static void configuration() {
        ConfigurationEvent event = new ConfigurationEvent();
        event.protocolVersion = Protocol.VERSION;
        event.runtimeVersion = Version.text();
        event.options = Settings.current().text;
        event.creations = creations();
        event.families = families;
        event.failedClasses = Faults.failedClasses();
        event.processInstance = ProcessInstance.ID;
        event.commit();
    }

    private static String creations() {
        if (CreationControl.all() || Settings.current().stacks == Settings.Stacks.ALL) {
            return "all";
        }
        return Settings.current().stacks == Settings.Stacks.NONE ? "none" : "sampled";
    }

    /** The tick of a second: the budget is set by it, and what has passed the second is told. */
    private static void statistics() {
        Tracked.tellLeaks();
        ThreadStates.Totals totals = ThreadStates.totals();
        Budget.adjust(totals.written(), totals.threads);
        RuntimeStatisticsEvent event = new RuntimeStatisticsEvent();
        event.liveContexts = totals.created - totals.released;
        event.createdContexts = totals.created;
        event.releasedContexts = totals.released;
        event.trackedObjects = Tracked.count();
        event.sideTableSize = sideTableSize.getAsLong();
        event.threads = totals.threads;
        event.internalErrors = Faults.count();
        event.commit();
        activeInvocations(false);
        openRequests(false);
    }

    private synchronized void dropped() {
        tellIfChanged("sampled-out root", Budget.DROPPED_ROOTS.sum());
        tellIfChanged("context of a sampled-out root", Budget.DROPPED_CONTEXTS.sum());
        tellIfChanged("fork over budget", Budget.DROPPED_FORKS.sum());
        tellIfChanged("stack over budget", Budget.DROPPED_STACKS.sum());
        tellIfChanged("chain too long to be resolved", Resolution.CUT.sum());
        tellIfChanged("ambiguous task", Budget.AMBIGUOUS_TASKS.sum());
        tellIfChanged("open request not listed", OpenHops.NOT_LISTED.sum());
        tellIfChanged("fault of the recorder", Faults.count());
    }

    private void tellIfChanged(String reason, long count) {
        Long before = told.put(reason, count);
        if (count == (before == null ? 0 : before)) {
            return;
        }
        DroppedEvent event = new DroppedEvent();
        event.reason = reason;
        event.count = count;
        event.sampleEvery = Budget.sampleEvery();
        event.commit();
    }

    private static void callSites() {
        for (CallSite site : CallSites.all()) {
            CallSiteEvent event = new CallSiteEvent();
            event.operation = site.operation;
            event.taskClass = site.taskClass;
            event.parentOperation = site.parentOperation;
            event.created = site.created.sum();
            event.invoked = site.invoked.sum();
            event.released = site.released.sum();
            event.stacksTaken = site.stacksTaken();
            event.stack = site.stack();
            event.commit();
        }
    }

    private static void activeInvocations(boolean all) {
        long now = System.nanoTime();
        int left = MAX_ACTIVE;
        for (ThreadState state : ThreadStates.live()) {
            Thread thread = state.thread.get();
            Frame frame = state.outermost();
            for (int depth = state.depth(); frame != null && depth > 0 && thread != null; depth--) {
                long runningNanos = now - frame.startNanos;
                boolean worthTelling = all
                        ? runningNanos > ACTIVE_NANOS || frame.hasChildren()
                        : runningNanos > ACTIVE_NANOS && !frame.toldActive;
                if (worthTelling && left-- > 0) {
                    tellActive(frame, thread, now - runningNanos);
                }
                frame = frame.above;
            }
        }
    }

    /** Those that have waited for a second; at the end of a chunk all, the first {@link #MAX_OPEN} of them. */
    private static synchronized void openRequests(boolean all) {
        for (OpenHops each = OpenHops.collected(); each != null; each = OpenHops.collected()) {
            tellOpen(each, true);
        }
        long now = System.nanoTime();
        int left = MAX_OPEN;
        for (OpenHops each : OpenHops.all()) {
            int count = each.count();
            if (count > 0 && (all || (count != each.told && each.ageNanos(now) > ACTIVE_NANOS)) && left-- > 0) {
                each.told = count;
                tellOpen(each, false);
            }
        }
    }

    private static void tellOpen(OpenHops hops, boolean collected) {
        OpenRequestEvent event = new OpenRequestEvent();
        // as of before it is looked at: what ends meanwhile is later
        event.begin();
        event.requestId = hops.requestId;
        event.request = hops.name();
        event.openHops = hops.count();
        event.openSteps = hops.steps();
        event.collected = collected;
        event.commit();
    }

    /** The frame belongs to a running thread: it may end meanwhile, then the invocation event says more. */
    private static void tellActive(Frame frame, Thread thread, long startNanos) {
        ContextToken token = frame.token;
        if (token == null || !token.recorded() || frame.madeCurrent) {
            return;
        }
        frame.toldActive = true;
        ActiveInvocationEvent event = new ActiveInvocationEvent();
        // the two clocks are read together: readers count back from the event's time
        event.begin();
        event.runningTime = System.nanoTime() - startNanos;
        Request request = frame.request(token);
        event.contextId = token.contextId;
        event.invocation = frame.invocation;
        event.requestId = Request.idOf(request);
        event.request = Request.nameOf(request);
        event.parentId = token.parent.contextId();
        event.parentInvocation = token.parent.invocation();
        event.kind = token.callSite.kind.word();
        event.operation = token.operation();
        event.taskClass = token.callSite.taskClass;
        event.runningThread = thread;
        event.commit();
    }
}
