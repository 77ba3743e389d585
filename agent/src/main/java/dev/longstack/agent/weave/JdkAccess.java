package dev.longstack.agent.weave;

import dev.longstack.propagate.carriers.JdkFields;
import dev.longstack.record.VirtualThreadSlots;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes the classes that read and write what was added to classes of the JDK: subclasses of the runtime's, in the packages of
 * those classes, since nobody else is to see it. Plain field instructions, so a compiled hook costs what an own field would.
 *
 * <p>Written without frames in a class file format that needs none: each method is a row of type tests.
 */
public final class JdkAccess {
    static final String JDK_FIELDS = Type.getInternalName(JdkFields.class);
    static final String NO_FIELD = "NO_FIELD";
    static final String ANY = "Ljava/lang/Object;";
    private static final String PACKAGE = "java/util/concurrent/";
    private static final String FUTURE = PACKAGE + "CompletableFuture";
    private static final String FORK_JOIN_TASK = PACKAGE + "ForkJoinTask";
    private static final List<String> CARRIERS = List.of(
            PACKAGE + "FutureTask",
            FORK_JOIN_TASK,
            PACKAGE + "ThreadPoolExecutor$Worker",
            PACKAGE + "LinkedBlockingQueue$Node",
            FUTURE + "$TaskSubmitter",
            PACKAGE + "SubmissionPublisher$BufferedSubscription");
    /** Fork-join tasks answer for all that extend them. */
    private static final List<String> WRAPPERS = List.of(FORK_JOIN_TASK, PACKAGE + "Executors$RunnableAdapter");

    static final String VIRTUAL_THREAD = "java/lang/VirtualThread";
    private static final String CONTINUATION = VIRTUAL_THREAD + "$VThreadContinuation";

    private JdkAccess() {}

    /** Opens the packages to us, and lets the JDK's module see the boot part. */
    public static void open(Instrumentation instrumentation) {
        Set<Module> here = Set.of(JdkAccess.class.getModule());
        instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(JdkFields.class.getModule()),
                Map.of(),
                Map.of("java.lang", here, "java.util.concurrent", here),
                Set.of(),
                Map.of());
    }

    /**
     * Access to the members of classes of {@code java.util.concurrent}.
     *
     * @param with classes that get members, by internal name
     */
    public static JdkFields fields(Set<String> with) {
        ClassWriter out = begin(PACKAGE + "LongstackFields", JdkFields.class);
        MethodVisitor get = method(out, "token", "(" + ANY + ")" + ANY);
        MethodVisitor set = method(out, "token", "(" + ANY + ANY + ")Z");
        for (String carrier : CARRIERS) {
            if (with.contains(carrier)) {
                returnField(get, carrier, Members.TOKEN_FIELD);
                setField(set, carrier, Members.TOKEN_FIELD);
                set.visitInsn(Opcodes.ICONST_1);
                set.visitInsn(Opcodes.IRETURN);
                otherwise(set);
            }
        }
        returnNoField(get);
        set.visitInsn(Opcodes.ICONST_0);
        set.visitInsn(Opcodes.IRETURN);
        end(set);
        MethodVisitor completer = method(out, "completer", "(" + ANY + ")" + ANY);
        MethodVisitor complete = method(out, "completer", "(" + ANY + ANY + ")V");
        if (with.contains(FUTURE)) {
            returnField(completer, FUTURE, Members.COMPLETER_FIELD);
            setField(complete, FUTURE, Members.COMPLETER_FIELD);
            complete.visitInsn(Opcodes.RETURN);
            otherwise(complete);
        }
        returnNull(completer);
        complete.visitInsn(Opcodes.RETURN);
        end(complete);
        source(method(out, "firstSource", "(" + ANY + ")" + ANY), "src", "$UniCompletion", "$AnyOf");
        source(method(out, "secondSource", "(" + ANY + ")" + ANY), "snd", "$BiCompletion");
        MethodVisitor task = method(out, "task", "(" + ANY + ")" + ANY);
        for (String wrapper : WRAPPERS) {
            if (with.contains(wrapper)) {
                test(task, wrapper);
                task.visitMethodInsn(Opcodes.INVOKEVIRTUAL, wrapper, Members.TASK_METHOD, "()" + ANY, false);
                task.visitInsn(Opcodes.ARETURN);
                otherwise(task);
            }
        }
        returnNoField(task);
        return (JdkFields) define(out, TimeUnit.class);
    }

    /** A field that the JDK has itself, in any of these continuations. */
    private static void source(MethodVisitor method, String field, String... continuations) {
        for (String each : continuations) {
            test(method, FUTURE + each);
            method.visitFieldInsn(Opcodes.GETFIELD, FUTURE + each, field, "L" + FUTURE + ";");
            method.visitInsn(Opcodes.ARETURN);
            otherwise(method);
        }
        returnNull(method);
    }

    /** Of the running JDK; the continuation of a virtual thread has the slot. */
    public static VirtualThreadSlots virtualThreadSlots() {
        ClassWriter out = begin("java/lang/LongstackSlots", VirtualThreadSlots.class);
        MethodVisitor get = method(out, "get", "(Ljava/lang/Thread;)" + ANY);
        test(get, VIRTUAL_THREAD);
        get.visitMethodInsn(Opcodes.INVOKESTATIC, CONTINUATION, Members.SLOT, slotGetter(), false);
        get.visitInsn(Opcodes.ARETURN);
        otherwise(get);
        returnNull(get);
        MethodVisitor set = method(out, "set", "(Ljava/lang/Thread;" + ANY + ")Z");
        test(set, VIRTUAL_THREAD);
        set.visitVarInsn(Opcodes.ALOAD, 2);
        set.visitMethodInsn(Opcodes.INVOKESTATIC, CONTINUATION, Members.SLOT, slotSetter(), false);
        set.visitInsn(Opcodes.ICONST_1);
        set.visitInsn(Opcodes.IRETURN);
        otherwise(set);
        set.visitInsn(Opcodes.ICONST_0);
        set.visitInsn(Opcodes.IRETURN);
        end(set);
        return (VirtualThreadSlots) define(out, Thread.class);
    }

    static String slotGetter() {
        return "(L" + VIRTUAL_THREAD + ";)" + ANY;
    }

    static String slotSetter() {
        return "(L" + VIRTUAL_THREAD + ";" + ANY + ")V";
    }

    private static ClassWriter begin(String name, Class<?> type) {
        String parent = Type.getInternalName(type);
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        out.visit(Opcodes.V1_5, Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC, name, null, parent, null);
        MethodVisitor constructor = out.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, parent, "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        end(constructor);
        return out;
    }

    private static MethodVisitor method(ClassWriter out, String name, String descriptor) {
        return new Rows(out.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, descriptor, null, null));
    }

    /** A method of which each row goes on to the next where its test fails. */
    private static final class Rows extends MethodVisitor {
        private Label next = new Label();

        Rows(MethodVisitor out) {
            super(Opcodes.ASM9, out);
        }
    }

    /** Leaves the argument on the stack, as this type; another one goes on to the next row. */
    private static void test(MethodVisitor method, String type) {
        Rows rows = (Rows) method;
        rows.next = new Label();
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitTypeInsn(Opcodes.INSTANCEOF, type);
        method.visitJumpInsn(Opcodes.IFEQ, rows.next);
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitTypeInsn(Opcodes.CHECKCAST, type);
    }

    private static void otherwise(MethodVisitor method) {
        method.visitLabel(((Rows) method).next);
    }

    private static void returnField(MethodVisitor method, String type, String field) {
        test(method, type);
        method.visitFieldInsn(Opcodes.GETFIELD, type, field, ANY);
        method.visitInsn(Opcodes.ARETURN);
        otherwise(method);
    }

    private static void setField(MethodVisitor method, String type, String field) {
        test(method, type);
        method.visitVarInsn(Opcodes.ALOAD, 2);
        method.visitFieldInsn(Opcodes.PUTFIELD, type, field, ANY);
    }

    private static void returnNull(MethodVisitor method) {
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitInsn(Opcodes.ARETURN);
        end(method);
    }

    private static void returnNoField(MethodVisitor method) {
        method.visitFieldInsn(Opcodes.GETSTATIC, JDK_FIELDS, NO_FIELD, ANY);
        method.visitInsn(Opcodes.ARETURN);
        end(method);
    }

    private static void end(MethodVisitor method) {
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** The package is open to this module, and its module reads the boot part. */
    private static Object define(ClassWriter out, Class<?> neighbour) {
        out.visitEnd();
        try {
            Constructor<?> constructor = MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup())
                    .defineClass(out.toByteArray())
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new WeavingException("no access to what was added to " + neighbour.getPackageName() + ": " + e);
        }
    }
}
