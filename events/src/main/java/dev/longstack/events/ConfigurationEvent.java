package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Which recorder wrote this chunk, and how it was set. */
@Name(EventNames.CONFIGURATION)
@Label("Configuration")
@Category("Longstack")
@StackTrace(false)
@Period("everyChunk")
public final class ConfigurationEvent extends Event {
    @Label("Protocol Version")
    public int protocolVersion;

    @Label("Runtime Version")
    public @Nullable String runtimeVersion;

    @Label("Options")
    public @Nullable String options;

    @Label("Creations")
    @Description("all, sampled or none")
    public @Nullable String creations;

    @Label("Families")
    @Description("Woven families")
    public @Nullable String families;

    @Label("Failed Classes")
    @Description("Classes that could not be woven and stay as they were")
    public @Nullable String failedClasses;

    @Label("Process Instance")
    @Description("A random number: across files a context is the pair of it and the context id")
    public long processInstance;
}
