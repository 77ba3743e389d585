package dev.longstack.agent.library.threadpertask;

import dev.longstack.agent.weave.Family;

/** Executors that start a thread for each task: the thread is the task, and all that it does is its caller's. */
public final class ThreadPerTaskFamily {
    private static final String EXAMPLE = "com.acme.MyExecutor.execute";
    private static final String NAME = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";

    public static final Family FAMILY = Family.named(
                    "thread-per-task", "executors of Spring, Tomcat and Jetty that start one thread per task")
            .startsThreadPerTask(
                    "org/springframework/core/task/SimpleAsyncTaskExecutor",
                    "execute",
                    "SimpleAsyncTaskExecutor.execute")
            .startsThreadPerTask(
                    "org/apache/tomcat/util/threads/VirtualThreadExecutor", "execute", "VirtualThreadExecutor.execute")
            .startsThreadPerTask(
                    "org/eclipse/jetty/util/thread/VirtualThreadPool", "execute", "VirtualThreadPool.execute")
            .declared();

    private ThreadPerTaskFamily() {}

    /**
     * What an option names: {@code CLASS.METHOD}, several by {@code +}.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static Family of(String option, String value) {
        Family.Declaration family = Family.named("own-thread-per-task", "what the option '" + option + "' names");
        for (String each : value.split("\\+", -1)) {
            String call = each.trim();
            int dot = call.lastIndexOf('.');
            if (!call.matches(NAME + "(\\." + NAME + ")+")) {
                throw new IllegalArgumentException("'" + call + "' in option '" + option
                        + "' is not of the form CLASS.METHOD, such as " + option + "=" + EXAMPLE);
            }
            String className = call.substring(0, dot);
            String method = call.substring(dot + 1);
            String simpleName = className.substring(className.lastIndexOf('.') + 1);
            if (Character.isUpperCase(method.charAt(0)) && Character.isLowerCase(simpleName.charAt(0))) {
                throw new IllegalArgumentException("'" + call + "' in option '" + option
                        + "' names a class without its method, such as " + option + "=" + EXAMPLE);
            }
            family.startsThreadPerTask(className.replace('.', '/'), method, simpleName + "." + method);
        }
        return family.declared();
    }
}
