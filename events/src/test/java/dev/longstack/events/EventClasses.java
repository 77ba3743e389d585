package dev.longstack.events;

import java.util.List;
import jdk.jfr.Event;

/** Every event class of the protocol. */
final class EventClasses {
    static final List<Class<? extends Event>> ALL = List.of(
            ContextCreationEvent.class,
            ContextInvocationEvent.class,
            ContextReleaseEvent.class,
            ActiveInvocationEvent.class,
            OpenRequestEvent.class,
            CallSiteEvent.class,
            HintEvent.class,
            StreamBufferEvent.class,
            TrackedObjectEvent.class,
            VirtualThreadParkEvent.class,
            TraceLinkEvent.class,
            DroppedEvent.class,
            RuntimeStatisticsEvent.class,
            ConfigurationEvent.class);

    private EventClasses() {}
}
