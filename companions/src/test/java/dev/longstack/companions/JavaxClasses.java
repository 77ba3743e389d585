package dev.longstack.companions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The service of servlets as one of {@code javax}: the same classes with other names in them. */
final class JavaxClasses {
    private static final String PACKAGE = "dev/longstack/companions/servlets";

    private static final Remapper NAMES = new Remapper(Opcodes.ASM9) {
        @Override
        public String map(String internalName) {
            return internalName.startsWith("jakarta/servlet/")
                    ? "javax" + internalName.substring("jakarta".length())
                    : internalName;
        }
    };

    private JavaxClasses() {}

    /** Writes them to this folder. */
    static void write(Path folder) throws IOException {
        Path classes = Path.of("target", "test-classes", PACKAGE);
        Path written = Files.createDirectories(folder.resolve(PACKAGE));
        try (Stream<Path> files = Files.list(classes)) {
            files.forEach(each -> write(each, written.resolve(each.getFileName())));
        }
    }

    private static void write(Path from, Path to) {
        try {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(Files.readAllBytes(from)).accept(new ClassRemapper(writer, NAMES), 0);
            Files.write(to, writer.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> classPath(Path folder) {
        return List.of(
                folder,
                ChildJvm.OTHERS.resolve("tomcat-embed-core.jar"),
                ChildJvm.OTHERS.resolve("tomcat-annotations-api.jar"));
    }
}
