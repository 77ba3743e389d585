package dev.longstack.record;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that go on with nothing: work that a library does for itself, started by whichever request needed it first. Asked once a
 * call site.
 */
public final class NotInherited {
    private static final String LAMBDA = "$$Lambda";
    private static final List<String> BEGINNINGS = List.of(beginnings());

    private static volatile Set<String> ownWork = Set.of();

    private NotInherited() {}

    /** The user's setting: beginnings of names, separated by commas. */
    private static String[] beginnings() {
        String text = System.getProperty("longstack.notInherited", "").trim();
        return text.isEmpty() ? new String[0] : text.split("\\s*,\\s*");
    }

    /**
     * From now on tasks of exactly these classes do not inherit; before the first context. {@code C$$Lambda} stands for the
     * lambdas that are made in class C: a class and its lambdas are named apart, since a task of a library may well make
     * lambdas that run what users gave it.
     */
    public static void use(Set<String> classNames) {
        ownWork = Set.copyOf(classNames);
    }

    static boolean inherits(@Nullable Class<?> taskClass) {
        if (taskClass == null) {
            return true;
        }
        String name = taskClass.getName();
        return !ownWork.contains(withoutNumber(name)) && BEGINNINGS.stream().noneMatch(name::startsWith);
    }

    /** The JVM numbers the classes of lambdas. */
    private static String withoutNumber(String name) {
        int lambda = name.indexOf(LAMBDA);
        return lambda < 0 ? name : name.substring(0, lambda + LAMBDA.length());
    }
}
