package dev.longstack.agent.weave;

import java.util.Map;

/** What can be switched on and off together; the option's word is the constant's {@link #word}. */
enum Family {
    EXECUTORS("executors"),
    FUTURES("futures"),
    SCHEDULED("scheduled"),
    TIMER("timer"),
    FORK_JOIN("fork-join"),
    COMPLETABLE_FUTURE("completable-future"),
    STRUCTURED("structured"),
    THREADS("threads"),
    VIRTUAL_THREADS("virtual-threads"),
    HTTP_SERVER("http-server"),
    SERVLET("servlet"),
    /** Off unless it is asked for. */
    HANDLES("handles");

    private final String word;

    Family(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The classes to weave, by internal name. */
    Map<String, Weaving> classes() {
        return switch (this) {
            case EXECUTORS -> ExecutorWeaving.classes();
            case FUTURES -> FutureTaskWeaving.classes();
            case SCHEDULED -> ScheduleWeaving.executors();
            case TIMER -> ScheduleWeaving.timer();
            case FORK_JOIN -> ForkJoinWeaving.classes();
            case STRUCTURED -> StructuredWeaving.classes();
            case COMPLETABLE_FUTURE -> CompletableFutureWeaving.classes();
            case THREADS -> ThreadWeaving.platform();
            case VIRTUAL_THREADS -> ThreadWeaving.virtual();
            case HTTP_SERVER -> RequestWeaving.httpServer();
            case SERVLET -> RequestWeaving.servlets();
            case HANDLES -> HandleWeaving.classes();
        };
    }
}
