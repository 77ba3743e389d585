package dev.longstack.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackLinesTest {
    @Test
    void aStackBeginsWithWhoCalledTheApi() {
        StackLines lines = new StackLines();
        lines.add("dev.longstack.propagate.entries.DeferredEntry", "wrap", 34);
        lines.add("java.lang.invoke.LambdaForm$MH", "invokeExact_MT", 0);
        lines.add("dev.longstack.deferred.Deferred", "runnable", 50);
        lines.add("shop.Main", "main", 12);
        lines.add("java.lang.invoke.MethodHandle", "invoke", 1);
        assertThat(lines).hasToString("shop.Main.main:12\njava.lang.invoke.MethodHandle.invoke:1");
    }

    @Test
    void programsWhosePackageBeginsAsOursAreNotOurs() {
        assertThat(StackLines.isOwn("dev.longstack.demo.Checkout.order:25")).isFalse();
        assertThat(StackLines.isOwn("dev.longstack.boot.propagate.hooks.TaskHooks.begin:1"))
                .isTrue();
    }
}
