package dev.longstack.companions.servlets;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Written inside a step, on its thread: whose step it is, whatever anybody else says of it. */
@Name("companions.Step")
@Label("Step")
@Category("Companions")
@StackTrace(false)
final class StepEvent extends Event {
    @Label("Id")
    final long id;

    @Label("What")
    final String what;

    StepEvent(long id, String what) {
        this.id = id;
        this.what = what;
    }
}
