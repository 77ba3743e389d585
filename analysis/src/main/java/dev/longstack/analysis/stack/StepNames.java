package dev.longstack.analysis.stack;

import dev.longstack.analysis.model.Model;
import dev.longstack.analysis.source.EventSink.CallSite;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names that a user knows: of steps, threads, classes. */
public final class StepNames {
    private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda.*");
    private static final Pattern LAMBDA_CLASS = Pattern.compile("\\$\\$Lambda[^(:]*\\.(\\w+)");
    private static final Pattern CONSTRUCTOR_LAMBDA = Pattern.compile("\\blambda\\$new\\$\\d+");
    private static final Pattern LAMBDA_METHOD = Pattern.compile("\\blambda\\$(\\w+)\\$\\d+");
    private static final Pattern JDK_FRAME = Pattern.compile("(java|javax|jdk|sun|com\\.sun)\\..*");

    private StepNames() {}

    /** Whether the step's task is a class of the JDK, such as the inner steps of HttpClient: not what a user looks for. */
    public static boolean isOfTheJdk(Model model, int row) {
        String taskClass = model.contexts().taskClass(row);
        return taskClass != null && isJdkFrame(taskClass);
    }

    /** The operation and where it was called: {@code CompletableFuture.thenApply · Shop.price:88}. */
    public static String of(Model model, int row) {
        String operation = model.contexts().operation(row);
        if (model.contexts().isRequest(row)) {
            return operation;
        }
        String place = place(model, row);
        return place == null ? operation : operation + " · " + place;
    }

    /** Of a step that the recording tells nothing else of. */
    public static String of(String operation, @Nullable String taskClass) {
        return taskClass == null ? operation : operation + " · " + type(taskClass);
    }

    /** Where it was called, else what class it is: {@code Shop.price:88}; null for neither. */
    public static @Nullable String place(Model model, int row) {
        String frame = userFrame(model.contexts().ownStack(row));
        if (frame == null) {
            CallSite site = model.callSite(row);
            frame = site == null ? null : userFrame(site.stack());
        }
        String taskClass = model.contexts().taskClass(row);
        return frame != null ? shortFrame(frame) : taskClass != null ? type(taskClass) : null;
    }

    /** The innermost frame that is not the JDK's; null for none. */
    public static @Nullable String userFrame(@Nullable String stack) {
        if (stack == null) {
            return null;
        }
        for (String frame : stack.split("\n", -1)) {
            if (!frame.isEmpty() && !isJdkFrame(frame)) {
                return frame;
            }
        }
        return null;
    }

    /** Whether a frame is of a class of the JDK. */
    public static boolean isJdkFrame(String frame) {
        return JDK_FRAME.matcher(frame).matches();
    }

    /** A lambda's frame by the method that has it: {@code Shop.price} for {@code Shop.lambda$price$3}. */
    public static String withoutLambda(String frame) {
        String ofConstructor = CONSTRUCTOR_LAMBDA.matcher(frame).replaceFirst("<init>");
        String named = LAMBDA_METHOD.matcher(ofConstructor).replaceFirst("$1");
        return LAMBDA_CLASS.matcher(named).replaceFirst(" lambda.$1");
    }

    /** Without the package, and a lambda by the method that has it: {@code Shop.price:88}. */
    public static String shortFrame(String wholeFrame) {
        String frame = withoutLambda(wholeFrame);
        int colon = frame.lastIndexOf(':');
        int method = frame.lastIndexOf('.', colon < 0 ? frame.length() : colon);
        int type = frame.lastIndexOf('.', method - 1);
        return frame.substring(type + 1);
    }

    /** Without the package, and a lambda by the class that has it: {@code Shop lambda}. */
    public static String type(String className) {
        String plain = LAMBDA.matcher(className).replaceFirst(" lambda");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    /** A thread's name without its id; the id alone for one without a name; "unknown" for null. */
    public static String thread(@Nullable String thread) {
        if (thread == null) {
            return "unknown";
        }
        int hash = thread.lastIndexOf('#');
        return hash > 0 ? thread.substring(0, hash) : thread;
    }
}
