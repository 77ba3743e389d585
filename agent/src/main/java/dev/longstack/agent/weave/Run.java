package dev.longstack.agent.weave;

import static dev.longstack.agent.weave.Insert.NOTHING;
import static dev.longstack.agent.weave.Insert.self;

import java.util.function.Predicate;
import org.objectweb.asm.tree.MethodInsnNode;

/** One run of a context, to be put into a method: whose it is, what begins it, and which hooks end it. Immutable. */
public final class Run {
    private final Insert owner;
    private final Insert begin;
    private final Hook end;
    private final Hook failed;

    private Run(Insert owner, Insert begin, Hook end, Hook failed) {
        this.owner = owner;
        this.begin = begin;
        this.end = end;
        this.failed = failed;
    }

    /** Of {@code this}, begun by a hook that takes nothing else. */
    public static Run of(Hook begin) {
        return of(self(), self().call(begin));
    }

    /** Of this object, begun by this code, which finds on the stack what the place of the run has there. */
    public static Run of(Insert owner, Insert begin) {
        return new Run(owner, begin, Hook.END, Hook.END_FAILED);
    }

    /** The same, ended by hooks of its own: of the owner, and of the owner and what was thrown. */
    public Run endedBy(Hook normally, Hook byThrowing) {
        return new Run(owner, begin, normally, byThrowing);
    }

    /** The whole method is the run. */
    public void aroundBody(WovenMethod method) {
        method.aroundBody(begin, owner.call(end), thrown(failed));
    }

    /** What ends with the method in whichever way, wherever it began. */
    public static void endsWith(WovenMethod method, Insert owner) {
        of(owner, NOTHING).aroundBody(method);
    }

    /** Each such call is a run; interceptors are not let in. */
    public void aroundCalls(WovenMethod method, Predicate<MethodInsnNode> call) {
        method.aroundCalls(call, each -> begin, owner.call(end), thrown(failed));
    }

    /** Each such call is a run, the last argument being the user's Runnable. */
    public void aroundCallsWithTask(WovenMethod method, Predicate<MethodInsnNode> call) {
        Insert intercepted = begin.and(Intercepting.runnableOnTop(owner));
        method.aroundCalls(call, each -> intercepted, owner.call(end), thrown(failed));
    }

    /** Each such call of a user's object is a run. */
    public void aroundUserCalls(WovenMethod method, Predicate<MethodInsnNode> call) {
        method.aroundCalls(call, each -> intercepted(each, method), owner.call(end), thrown(failed));
    }

    /** The run begins with such a call of a user's object and lasts until the method is left: what that calls afterwards is in it. */
    public void fromUserCallOn(WovenMethod method, Predicate<MethodInsnNode> call) {
        method.aroundCalls(call, each -> intercepted(each, method), NOTHING, thrown(Hook.FAILING));
        method.aroundBody(NOTHING, owner.call(end), thrown(failed));
    }

    private Insert intercepted(MethodInsnNode call, WovenMethod method) {
        return begin.and(Intercepting.before(call, owner, method));
    }

    private Insert thrown(Hook hook) {
        return owner.andTop().call(hook);
    }
}
