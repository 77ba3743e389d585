package dev.longstack.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.Type;

class HookTest {
    @ParameterizedTest
    @EnumSource
    void theRuntimeHasIt(Hook hook) {
        assertThat(Modifier.isPublic(hook.owner().getModifiers()))
                .as("woven code of any class reaches it")
                .isTrue();
        assertThat(Arrays.stream(hook.owner().getDeclaredMethods())
                        .filter(method -> method.getName().equals(hook.method()))
                        .filter(method -> Type.getMethodDescriptor(method).equals(hook.descriptor()))
                        .map(Method::getModifiers))
                .as("public static methods %s%s of %s", hook.method(), hook.descriptor(), hook.owner())
                .containsExactly(Modifier.PUBLIC | Modifier.STATIC);
    }
}
