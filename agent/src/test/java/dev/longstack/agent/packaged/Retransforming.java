package dev.longstack.agent.packaged;

import java.util.List;
import java.util.function.Supplier;

/** Uses all that is woven before and after another agent has changed the same classes. */
public final class Retransforming {
    private Retransforming() {}

    public static void main(String[] args) throws Exception {
        print("before", Everything.hops());
        System.out.println("classes " + OtherAgent.count(Retransforming::isMeant));
        after("retransformed", () -> OtherAgent.retransform(Retransforming::isMeant));
        after("retransformed again", () -> OtherAgent.retransform(Retransforming::isMeant));
        after("redefined as seen", () -> OtherAgent.redefineAsSeen(Retransforming::isMeant));
        after("retransformed after that", () -> OtherAgent.retransform(Retransforming::isMeant));
        after("redefined as packaged", () -> OtherAgent.redefineAsPackaged(Retransforming::isMeant));
    }

    private static void after(String what, Supplier<List<String>> change) throws Exception {
        change.get().forEach(refused -> System.out.println("REFUSED " + what + ": " + refused));
        print(what, Everything.hops());
    }

    private static void print(String when, List<String> hops) {
        hops.forEach(hop -> System.out.println("hop, " + when + ": " + hop));
    }

    /** The classes that our families weave, and all around them. */
    private static boolean isMeant(String name) {
        return name.startsWith("java.util.concurrent.")
                || name.matches("java\\.util\\.\\w*(Timer|Task)\\w*")
                || name.startsWith("java.lang.Thread")
                || name.startsWith("java.lang.VirtualThread")
                || name.startsWith(Everything.class.getName());
    }
}
