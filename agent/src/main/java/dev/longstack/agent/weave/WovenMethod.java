package dev.longstack.agent.weave;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/*
 * How code is put in without recomputing stack maps, which would mean loading classes in the middle of loading another:
 * what is inserted has no jumps and leaves the stack as it was. Where the method itself catches what a call throws, code goes
 * to the begin of its handler; else a handler of ours goes to the end of the method, under a full frame that knows of `this`
 * and the parameters only, so no frame that was there before changes its meaning.
 */
/** A method being changed. */
public final class WovenMethod {
    private final String owner;
    private final MethodNode method;

    WovenMethod(String owner, MethodNode method) {
        this.owner = owner;
        this.method = method;
    }

    /** This argument, the first being 0; an object. */
    public Insert argument(int parameter) {
        return Insert.local(slot(parameter));
    }

    /** Whether there is a first argument, and it is an object. */
    boolean takesObjectFirst() {
        Type[] types = Type.getArgumentTypes(method.desc);
        return types.length > 0 && types[0].getSort() >= Type.ARRAY;
    }

    public Insert lastArgument() {
        return argument(Type.getArgumentTypes(method.desc).length - 1);
    }

    private int slot(int parameter) {
        int slot = isStatic() ? 0 : 1;
        Type[] types = Type.getArgumentTypes(method.desc);
        for (int i = 0; i < parameter; i++) {
            slot += types[i].getSize();
        }
        return slot;
    }

    /** Whether the compiler made it, to call the method of the same name. */
    public boolean isBridge() {
        return (method.access & Opcodes.ACC_BRIDGE) != 0;
    }

    /** A slot that nothing uses yet. */
    public int newSlot() {
        return method.maxLocals++;
    }

    /** Puts code at the begin; in a constructor this is before {@code super(...)}, so not for those. */
    public void atEntry(Insert insert) {
        method.instructions.insert(insert.code());
    }

    /** At the begin, puts what the hook makes of the argument, and of what comes after it, in the argument's place. */
    public void replaceArgument(int parameter, Insert more, Hook hook) {
        atEntry(argument(parameter).and(more).call(hook).store(slot(parameter)));
    }

    /** Puts code before each return; a value to be returned is on the stack. */
    public void beforeReturn(Insert insert) {
        List<AbstractInsnNode> returns =
                find(insn -> insn.getOpcode() >= Opcodes.IRETURN && insn.getOpcode() <= Opcodes.RETURN);
        require(!returns.isEmpty(), "return");
        returns.forEach(each -> method.instructions.insertBefore(each, insert.code()));
    }

    /** Puts code around the whole body: the end is reached in whichever way the method is left. */
    public void aroundBody(Insert begin, Insert always) {
        aroundBody(begin, always, always);
    }

    /** The same with another end where an exception leaves the method; it is on the stack. */
    public void aroundBody(Insert begin, Insert end, Insert failed) {
        LabelNode from = new LabelNode();
        LabelNode to = new LabelNode();
        beforeReturn(end);
        method.instructions.insert(from);
        method.instructions.insert(begin.code());
        method.instructions.add(to);
        method.tryCatchBlocks.add(handler(from, to, failed));
    }

    /** Puts code around each such call; begin finds the call's receiver and arguments on the stack, failed the exception. */
    public void aroundCalls(Predicate<MethodInsnNode> call, Insert begin, Insert end, Insert failed) {
        aroundCalls(call, each -> begin, end, failed);
    }

    /** The same with a begin for each call. */
    void aroundCalls(
            Predicate<MethodInsnNode> call, Function<MethodInsnNode, Insert> begin, Insert end, Insert failed) {
        Set<LabelNode> handlers = new LinkedHashSet<>();
        for (MethodInsnNode each : calls(call)) {
            LabelNode from = new LabelNode();
            LabelNode to = new LabelNode();
            boolean caught = addHandlersOf(each, handlers);
            InsnList before = begin.apply(each).code();
            before.add(from);
            InsnList after = new InsnList();
            after.add(to);
            after.add(end.code());
            method.instructions.insertBefore(each, before);
            method.instructions.insert(each, after);
            if (!caught) {
                method.tryCatchBlocks.add(handler(from, to, failed));
            }
        }
        handlers.forEach(handler -> method.instructions.insertBefore(firstInstruction(handler), failed.code()));
    }

    /** Adds where the method itself catches what the call throws; true if it catches all. */
    private boolean addHandlersOf(AbstractInsnNode call, Set<LabelNode> handlers) {
        int at = method.instructions.indexOf(call);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (method.instructions.indexOf(block.start) < at && at < method.instructions.indexOf(block.end)) {
                handlers.add(block.handler);
                if (block.type == null || block.type.equals("java/lang/Throwable")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static AbstractInsnNode firstInstruction(LabelNode label) {
        AbstractInsnNode next = label;
        while (next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }

    /** Puts code before and after each call that matches; the code after it does not run if the call throws. */
    public void besideCalls(Predicate<MethodInsnNode> call, Insert before, Insert after) {
        calls(call).forEach(each -> {
            method.instructions.insertBefore(each, before.code());
            method.instructions.insert(each, after.code());
        });
    }

    /** Lets interceptors in before each such call, for the run of this owner. */
    void intercept(Predicate<MethodInsnNode> call, Insert owner) {
        for (AbstractInsnNode each : find(insn -> insn instanceof MethodInsnNode invoke && call.test(invoke))) {
            method.instructions.insertBefore(
                    each,
                    Intercepting.before((MethodInsnNode) each, owner, this).code());
        }
    }

    /** Puts code before each assignment of the field; the object and the value are on the stack. */
    public void beforeStores(String fieldOwner, String field, Insert insert) {
        List<AbstractInsnNode> stores = find(insn -> insn.getOpcode() == Opcodes.PUTFIELD
                && ((FieldInsnNode) insn).owner.equals(fieldOwner)
                && ((FieldInsnNode) insn).name.equals(field));
        require(!stores.isEmpty(), "assignment of " + field);
        stores.forEach(each -> method.instructions.insertBefore(each, insert.code()));
    }

    public boolean hasCall(Predicate<MethodInsnNode> call) {
        return !find(insn -> insn instanceof MethodInsnNode invoke && call.test(invoke))
                .isEmpty();
    }

    private List<MethodInsnNode> calls(Predicate<MethodInsnNode> call) {
        List<MethodInsnNode> calls = new ArrayList<>();
        for (AbstractInsnNode each : find(insn -> insn instanceof MethodInsnNode invoke && call.test(invoke))) {
            calls.add((MethodInsnNode) each);
        }
        require(!calls.isEmpty(), "call");
        return calls;
    }

    private List<AbstractInsnNode> find(Predicate<AbstractInsnNode> wanted) {
        List<AbstractInsnNode> found = new ArrayList<>();
        for (AbstractInsnNode each : method.instructions) {
            if (wanted.test(each)) {
                found.add(each);
            }
        }
        return found;
    }

    private void require(boolean condition, String what) {
        if (!condition) {
            throw new WeavingException("no expected " + what + " in " + owner + "." + method.name + method.desc);
        }
    }

    private TryCatchBlockNode handler(LabelNode from, LabelNode to, Insert failed) {
        LabelNode handler = new LabelNode();
        Object[] locals = locals();
        method.instructions.add(handler);
        method.instructions.add(
                new FrameNode(Opcodes.F_FULL, locals.length, locals, 1, new Object[] {"java/lang/Throwable"}));
        method.instructions.add(failed.code());
        method.instructions.add(new InsnNode(Opcodes.ATHROW));
        return new TryCatchBlockNode(from, to, handler, null);
    }

    private Object[] locals() {
        List<Object> locals = new ArrayList<>();
        if (!isStatic()) {
            locals.add(owner);
        }
        for (Type type : Type.getArgumentTypes(method.desc)) {
            locals.add(frameType(type));
        }
        return locals.toArray();
    }

    private static Object frameType(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
            default -> type.getInternalName();
        };
    }

    private boolean isStatic() {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }
}
