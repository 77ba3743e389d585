package dev.longstack.recordings.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an application can see of classes that are woven, a line for each thing: {@code public} what everybody sees, {@code declared} what
 * those see who ask for all that is declared.
 */
public final class Shapes {
    private static final List<String> CLASSES = List.of(
            "java.util.concurrent.FutureTask",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CompletableFuture$AsyncSupply",
            "java.util.concurrent.CompletableFuture$AsyncRun",
            "java.util.concurrent.CompletableFuture$Completion",
            "java.util.concurrent.CompletableFuture$UniApply",
            "java.util.concurrent.CompletableFuture$MinimalStage",
            "java.util.concurrent.ForkJoinTask",
            "java.util.concurrent.ForkJoinTask$AdaptedRunnable",
            "java.util.concurrent.ForkJoinTask$AdaptedCallable",
            "java.util.concurrent.ForkJoinTask$RunnableExecuteAction",
            "java.util.concurrent.RecursiveTask",
            "java.util.concurrent.CountedCompleter",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ThreadPoolExecutor$Worker",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask",
            "java.util.concurrent.LinkedBlockingQueue",
            "java.util.concurrent.LinkedBlockingQueue$Node",
            "java.util.concurrent.ArrayBlockingQueue",
            "java.util.concurrent.ConcurrentLinkedQueue",
            "java.util.concurrent.SubmissionPublisher",
            "java.util.concurrent.SubmissionPublisher$BufferedSubscription",
            "java.util.concurrent.ExecutorCompletionService",
            "java.util.ArrayDeque",
            "java.util.LinkedList",
            "java.util.PriorityQueue",
            "java.util.Timer",
            "java.util.TimerTask",
            "java.lang.Thread",
            "java.lang.VirtualThread",
            "java.lang.VirtualThread$VThreadContinuation");

    private Shapes() {}

    /** A task of the application's, without a serialVersionUID of its own. */
    @SuppressWarnings("serial") // the one that the JVM computes is what this is about
    private static final class Sum extends RecursiveTask<Integer> {
        private final int of;

        Sum(int of) {
            this.of = of;
        }

        @Override
        protected Integer compute() {
            return of <= 1 ? of : new Sum(of - 1).fork().join() + of;
        }
    }

    public static void main(String[] args) throws Exception {
        useAll();
        for (String name : CLASSES) {
            Class<?> type = classOf(name);
            if (type != null) {
                describe(type);
            }
        }
        describe(Sum.class);
        proxies();
        minimality();
        serialised(new Sum(3));
        serialised(CompletableFuture.class);
    }

    /** A class may get its members when it is first used. */
    private static void useAll() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        pool.submit(() -> 1).get();
        CompletableFuture.supplyAsync(() -> 1, pool).thenApply(each -> each + 1).get();
        System.out.println("sum " + new Sum(3).invoke());
        pool.shutdown();
    }

    private static @Nullable Class<?> classOf(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static void describe(Class<?> type) {
        say("public", type, "methods", Stream.of(type.getMethods()).map(Method::toGenericString));
        say("public", type, "fields", Stream.of(type.getFields()).map(Object::toString));
        say("public", type, "interfaces", Stream.of(type.getInterfaces()).map(Class::getName));
        say(
                "public",
                type,
                "generic interfaces",
                Stream.of(type.getGenericInterfaces()).map(Object::toString));
        say("public", type, "constructors", Stream.of(type.getConstructors()).map(Object::toString));
        say("public", type, "annotations", Stream.of(type.getAnnotations()).map(Object::toString));
        if (Serializable.class.isAssignableFrom(type)) {
            ObjectStreamClass form = ObjectStreamClass.lookup(type);
            say("public", type, "serialVersionUID", Stream.of(Long.toString(form.getSerialVersionUID())));
            say("public", type, "serialised fields", Stream.of(form.getFields()).map(ObjectStreamField::toString));
        }
        Stream.of(type.getDeclaredFields())
                .map(each -> each.getName())
                .sorted()
                .forEach(each -> System.out.println("declared " + type.getName() + " " + each));
        Stream.of(type.getDeclaredMethods())
                .map(Method::getName)
                .filter(each -> !each.startsWith("lambda$"))
                .sorted()
                .forEach(each -> System.out.println("declared " + type.getName() + " " + each + "()"));
    }

    private static void say(String who, Class<?> type, String what, Stream<String> all) {
        System.out.println(who + " " + type.getName() + " " + what + " "
                + all.sorted().reduce("", (before, each) -> before + "; " + each));
    }

    /** What frameworks do: a proxy over all that a task implements sees the calls of these interfaces and no others. */
    private static void proxies() throws Exception {
        proxied(new FutureTask<>(() -> 1));
        proxied(new CompletableFuture<>());
        ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
        Set<String> called = new LinkedHashSet<>();
        Runnable proxy = (Runnable) over(new FutureTask<>(() -> 1), called);
        pool.execute(proxy);
        pool.submit(proxy).get();
        pool.shutdown();
        called.removeAll(List.of("run", "hashCode", "equals", "toString"));
        System.out.println("public proxy was called with " + called);
    }

    private static void proxied(Object target) {
        Object proxy = over(target, new LinkedHashSet<>());
        System.out.println("public proxy of " + target.getClass().getName() + " "
                + Stream.of(proxy.getClass().getInterfaces())
                        .map(Class::getName)
                        .sorted()
                        .toList());
    }

    private static Object over(Object target, Set<String> called) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            interfaces.addAll(Arrays.asList(type.getInterfaces()));
        }
        InvocationHandler handler = (proxy, method, arguments) -> {
            called.add(method.getName());
            return method.invoke(target, arguments);
        };
        return Proxy.newProxyInstance(target.getClass().getClassLoader(), interfaces.toArray(new Class<?>[0]), handler);
    }

    /** As the JDK's own testMinimalCompletionStage_minimality: what a minimal stage has beyond its interface is refused. */
    private static void minimality() {
        CompletionStage<Integer> minimal = CompletableFuture.completedFuture(1).minimalCompletionStage();
        List<String> allowed = Stream.of(CompletionStage.class.getMethods(), Object.class.getMethods())
                .flatMap(Stream::of)
                .map(Shapes::signature)
                .toList();
        List<String> ignored =
                List.of("newIncompleteFuture()", "defaultExecutor()", "minimalCompletionStage()", "copy()");
        List<String> working = Stream.of(CompletableFuture.class.getMethods())
                .filter(each -> !java.lang.reflect.Modifier.isStatic(each.getModifiers()))
                .filter(each -> !allowed.contains(signature(each)) && !ignored.contains(signature(each)))
                .sorted(Comparator.comparing(Method::toString))
                .filter(each -> answers(each, minimal))
                .map(Shapes::signature)
                .toList();
        System.out.println("public minimal stage answers to " + working);
    }

    private static String signature(Method method) {
        return method.getName()
                + Stream.of(method.getParameterTypes())
                        .map(Class::getName)
                        .toList()
                        .toString()
                        .replace('[', '(')
                        .replace(']', ')');
    }

    private static boolean answers(Method method, Object target) {
        Object[] arguments = Stream.of(method.getParameterTypes())
                .map(type -> type == boolean.class ? (Object) true : type == long.class ? (Object) 1L : null)
                .toArray();
        try {
            Object ignored = method.invoke(target, arguments);
            return true;
        } catch (java.lang.reflect.InvocationTargetException e) {
            return !(e.getCause() instanceof UnsupportedOperationException);
        } catch (IllegalAccessException e) {
            return true;
        }
    }

    private static void serialised(Object what) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(what);
        }
        System.out.println("public bytes " + HexFormat.of().formatHex(bytes.toByteArray()));
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Object read = in.readObject();
            System.out.println("public read " + (read instanceof Future<?> ? ((Sum) read).invoke() : read));
        }
    }
}
