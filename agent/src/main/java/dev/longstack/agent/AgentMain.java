package dev.longstack.agent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters: puts this jar on the boot path, and hands over to the weaving part, which a class loader of its own
 * reads from renamed entries of the same jar. Whatever goes wrong, the application starts as if there were no agent, and a
 * line on stderr says why.
 */
public final class AgentMain {
    private static final String START = "dev.longstack.agent.start.AgentStart";
    private static final String BOOT_PART = "dev.longstack.boot.propagate.hooks.TaskHooks";

    private AgentMain() {}

    /** Called by the JVM before the application's main method. */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {
        try {
            start(options == null ? "" : options, instrumentation);
        } catch (InvocationTargetException e) {
            say("could not start (" + e.getCause() + "); the application runs without it");
        } catch (Throwable e) {
            say("could not start (" + e + "); the application runs without it");
        }
    }

    private static void start(String options, Instrumentation instrumentation) throws Exception {
        if (isAttached()) {
            say("is already attached; the second agent does nothing");
            return;
        }
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            say("needs the module 'jdk.jfr', which this Java runtime has not loaded; nothing will be recorded"
                    + " (add --add-modules jdk.jfr)");
            return;
        }
        // the jar stays open: classes are read from it as weaving goes on
        JarFile jar = new JarFile(new File(AgentMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
        // made before the boot path has a class of the same name
        WeavingLoader loader = new WeavingLoader(jar);
        instrumentation.appendToBootstrapClassLoaderSearch(jar);
        loader.loadClass(START)
                .getMethod("start", String.class, Instrumentation.class)
                .invoke(null, options, instrumentation);
    }

    private static boolean isAttached() {
        try {
            Class.forName(BOOT_PART, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static void say(String what) {
        System.err.println("[longstack] the agent " + what);
    }
}
