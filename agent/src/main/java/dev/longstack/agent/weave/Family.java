package dev.longstack.agent.weave;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One library, or one part of the JDK: what can be switched on and off together. Declared once, in a file of its own. */
public final class Family {
    private final String word;
    private final String covers;
    private boolean onByDefault = true;
    private final List<Target> targets = new ArrayList<>();
    private final List<ThreadPerTask> threadsPerTask = new ArrayList<>();
    private final List<OwnWork> ownWork = new ArrayList<>();
    private final List<String> takeTheirOwn = new ArrayList<>();
    private final List<Completion> completions = new ArrayList<>();
    private final List<Consumer<Instrumentation>> starts = new ArrayList<>();

    private Family(String word, String covers) {
        this.word = word;
        this.covers = covers;
    }

    /**
     * Work that a library does for itself, on account of whichever request needed it first: it does not inherit.
     *
     * @param className the name of the task's class
     * @param reason why, for users
     */
    public record OwnWork(String className, String reason) {}

    /**
     * To be done once all of these classes, by internal name, are woven with all their members.
     *
     * @param classNames which classes
     * @param action what to do, once
     */
    public record Completion(Set<String> classNames, Runnable action) {}

    /**
     * Begins the declaration of a family.
     *
     * @param word its name in the agent's options
     * @param covers what it links, for users
     */
    public static Declaration named(String word, String covers) {
        return new Declaration(new Family(word, covers));
    }

    public String word() {
        return word;
    }

    public String covers() {
        return covers;
    }

    /** Whether it is woven unless it is excluded. */
    public boolean onByDefault() {
        return onByDefault;
    }

    /** What is woven; a class may be there more than once. */
    public List<Target> targets() {
        return List.copyOf(targets);
    }

    public List<ThreadPerTask> threadsPerTask() {
        return List.copyOf(threadsPerTask);
    }

    public List<OwnWork> ownWork() {
        return List.copyOf(ownWork);
    }

    /** Classes whose takes out of queues make nobody a worker. */
    public List<String> takeTheirOwn() {
        return List.copyOf(takeTheirOwn);
    }

    public List<Completion> completions() {
        return List.copyOf(completions);
    }

    /** What to do when the transformer is in place and the loaded classes are woven. */
    public List<Consumer<Instrumentation>> starts() {
        return List.copyOf(starts);
    }

    /** A family as it is being declared; names of classes are internal ones. */
    public static final class Declaration {
        private final Family family;

        private Declaration(Family family) {
            this.family = family;
        }

        /** Woven only where it is asked for. */
        public Declaration offByDefault() {
            family.onByDefault = false;
            return this;
        }

        /** This class is changed so, and gets these members. */
        public Declaration weaves(String className, Weaving bodies, Member... members) {
            return weaves(new Match.Named(className), List.of(bodies), members);
        }

        /** These classes are changed so. */
        public Declaration weaves(Match match, Weaving bodies) {
            return weaves(match, List.of(bodies));
        }

        /** This class gets these members. */
        public Declaration gives(String className, Member... members) {
            return weaves(new Match.Named(className), List.of(), members);
        }

        private Declaration weaves(Match match, List<Weaving> bodies, Member... members) {
            family.targets.add(new Target(match, new LinkedHashSet<>(List.of(members)), bodies));
            return this;
        }

        /** These methods of this class start a thread for each task; contexts that they create are named by the operation. */
        public Declaration startsThreadPerTask(String className, String method, String operation) {
            return startsThreads(new ThreadPerTask(className, method, operation, false));
        }

        /** The same of methods that take any number of tasks. */
        public Declaration startsThreadPerTaskOfMany(String className, String method, String operation) {
            return startsThreads(new ThreadPerTask(className, method, operation, true));
        }

        private Declaration startsThreads(ThreadPerTask call) {
            family.threadsPerTask.add(call);
            return weaves(call.className(), call::weave);
        }

        /** Tasks of this class, by its usual name, do not inherit. */
        public Declaration doesForItself(String className, String reason) {
            family.ownWork.add(new OwnWork(className, reason));
            return this;
        }

        /** What this class, by its usual name, takes out of queues belongs to whoever runs it. */
        public Declaration takesItsOwn(String className) {
            family.takeTheirOwn.add(className);
            return this;
        }

        /** Does this once all of these classes are woven with all their members. */
        public Declaration onceWoven(Set<String> classNames, Runnable action) {
            family.completions.add(new Completion(classNames, action));
            return this;
        }

        /** Does this when the transformer is in place and the loaded classes are woven. */
        public Declaration whenStarted(Consumer<Instrumentation> start) {
            family.starts.add(start);
            return this;
        }

        public Family declared() {
            return family;
        }
    }
}
