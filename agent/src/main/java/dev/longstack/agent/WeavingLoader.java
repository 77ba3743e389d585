package dev.longstack.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Loads the weaving part from {@code weaving/*.classdata} of the agent's jar; its parent is the boot path alone. */
final class WeavingLoader extends ClassLoader {
    private final JarFile jar;

    WeavingLoader(JarFile jar) {
        super("longstack-weaving", null);
        this.jar = jar;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ZipEntry entry = jar.getEntry("weaving/" + name.replace('.', '/') + ".classdata");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
