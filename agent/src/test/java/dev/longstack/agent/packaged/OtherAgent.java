package dev.longstack.agent.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** What another agent does: retransforms loaded classes, and defines them anew from bytes that it has got. */
public final class OtherAgent {
    private static Instrumentation instrumentation;
    private static final Map<String, byte[]> SEEN = new ConcurrentHashMap<>();

    private OtherAgent() {}

    public static void premain(String options, Instrumentation given) {
        instrumentation = given;
        given.addTransformer(new Seeing(), true);
    }

    static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("other.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", OtherAgent.class.getName());
        manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
        manifest.getMainAttributes().putValue("Can-Redefine-Classes", "true");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            // its classes are on the class path
            out.putNextEntry(new ZipEntry("empty"));
        }
        return jar;
    }

    /** Keeps the bytes that it is handed, ours among them where it comes after us. */
    private static final class Seeing implements ClassFileTransformer {
        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> loaded, ProtectionDomain domain, byte[] bytes) {
            if (loaded != null) {
                SEEN.put(name, bytes);
            }
            return null;
        }
    }

    /** All loaded classes of these names, one by one; what the JVM says to those that it refuses. */
    static List<String> retransform(Predicate<String> names) {
        List<String> refused = new ArrayList<>();
        for (Class<?> each : modifiable(names)) {
            try {
                instrumentation.retransformClasses(each);
            } catch (Throwable e) {
                refused.add(each.getName() + ": " + e);
            }
        }
        return refused;
    }

    /** The same by bytes that it saw in the last transformation. */
    static List<String> redefineAsSeen(Predicate<String> names) {
        List<String> refused = new ArrayList<>();
        for (Class<?> each : modifiable(names)) {
            byte[] bytes = SEEN.get(each.getName().replace('.', '/'));
            try {
                if (bytes != null) {
                    instrumentation.redefineClasses(new ClassDefinition(each, bytes));
                }
            } catch (Throwable e) {
                refused.add(each.getName() + ": " + e);
            }
        }
        return refused;
    }

    /** The same by the bytes that are in the JDK or on the class path. */
    static List<String> redefineAsPackaged(Predicate<String> names) {
        List<String> refused = new ArrayList<>();
        for (Class<?> each : modifiable(names)) {
            try (InputStream in =
                    ClassLoader.getSystemResourceAsStream(each.getName().replace('.', '/') + ".class")) {
                if (in != null) {
                    instrumentation.redefineClasses(new ClassDefinition(each, in.readAllBytes()));
                }
            } catch (Throwable e) {
                refused.add(each.getName() + ": " + e);
            }
        }
        return refused;
    }

    static int count(Predicate<String> names) {
        return modifiable(names).size();
    }

    private static List<Class<?>> modifiable(Predicate<String> names) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> each : instrumentation.getAllLoadedClasses()) {
            if (instrumentation.isModifiableClass(each)
                    && !each.isArray()
                    && !each.isHidden()
                    && names.test(each.getName())) {
                found.add(each);
            }
        }
        return found;
    }
}
