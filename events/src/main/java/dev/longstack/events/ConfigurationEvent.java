package dev.longstack.events;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** Which recorder wrote this chunk, and how it was configured. */
@Name(EventNames.CONFIGURATION)
@Label("Configuration")
@Description("Written at the beginning and at the end of each chunk")
@Category("Longstack")
@StackTrace(false)
@Period("everyChunk")
public final class ConfigurationEvent extends Event {
    @Label("Protocol Version")
    public int protocolVersion;

    @Label("Runtime Version")
    public @Nullable String runtimeVersion;

    @Label("Options")
    @Description("The options of the agent, as given")
    public @Nullable String options;

    @Label("Creations")
    @Description("Which creations are recorded: all, sampled or none")
    public @Nullable String creations;

    @Label("Families")
    @Description("The woven families, separated by spaces")
    public @Nullable String families;

    @Label("Failed Classes")
    @Description("Classes that could not be woven; left unchanged")
    public @Nullable String failedClasses;

    @Label("Process Instance")
    @Description(
            "A random number that identifies the JVM; across files a context is identified by this number and its id")
    public long processInstance;
}
