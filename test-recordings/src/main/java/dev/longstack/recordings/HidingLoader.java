package dev.longstack.recordings;

import dev.longstack.context.AsyncContext;
import dev.longstack.context.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A plug-in whose class loader finds nothing of Longstack, as those of OSGi do: it runs, and is linked by the JDK's classes. */
public final class HidingLoader extends ClassLoader {
    private HidingLoader() {
        super(HidingLoader.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.equals(PlugIn.class.getName())) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
        if (name.startsWith("dev.longstack.")) {
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** A subclass of Thread with a {@code run} of its own, which the agent would weave. */
    public static final class PlugIn extends Thread {
        @Override
        public void run() {
            System.out.println("ran plug-in");
        }
    }

    @SuppressWarnings("try") // the scope is closed, not used
    public static void main(String[] args) throws Exception {
        Thread plugIn = (Thread) new HidingLoader()
                .loadClass(PlugIn.class.getName())
                .getConstructor()
                .newInstance();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Scope scope = AsyncContext.request("GET /plug-in").beginRun()) {
            pool.submit(plugIn).get();
            plugIn.start();
            plugIn.join();
        }
        pool.shutdown();
    }
}
