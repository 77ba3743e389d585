package dev.longstack.agent.library.threadpertask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Hook;
import dev.longstack.agent.weave.WeavingException;
import dev.longstack.agent.weave.WovenFamily;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadPerTaskFamilyTest {
    private static final String OWN = Own.class.getName();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/springframework/core/task/SimpleAsyncTaskExecutor",
                "org/apache/tomcat/util/threads/VirtualThreadExecutor",
                "org/eclipse/jetty/util/thread/VirtualThreadPool"
            })
    void theExecutorsOfLibrariesSayThatTheThreadIsTheTask(String executor) {
        assertThat(WovenFamily.of(ThreadPerTaskFamily.FAMILY).hooks(executor, "execute"))
                .contains(Hook.SCHEDULING_THREAD, Hook.SCHEDULED);
    }

    @Test
    void anApplicationNamesMethodsOfItsOwn() {
        WovenFamily woven = WovenFamily.of(ThreadPerTaskFamily.of("threadPerTask", OWN + ".execute+" + OWN + ".go"));
        for (String method : List.of("execute", "go")) {
            assertThat(woven.hooks(OWN.replace('.', '/'), method))
                    .as("%s, with and without a task as its argument", method)
                    .isEqualTo(List.of(Hook.SCHEDULING_THREAD, Hook.SCHEDULED, Hook.SCHEDULED));
        }
    }

    @Test
    void contextsAreNamedByClassAndMethod() {
        Family family = ThreadPerTaskFamily.of("threadPerTask", "com.acme.Outer$Mine.run");
        assertThat(family.threadsPerTask()).singleElement().satisfies(call -> {
            assertThat(call.className()).isEqualTo("com/acme/Outer$Mine");
            assertThat(call.method()).isEqualTo("run");
            assertThat(call.operation()).isEqualTo("Outer$Mine.run");
        });
    }

    @Test
    void aMethodThatIsNotThereIsTold() {
        Family family = ThreadPerTaskFamily.of("threadPerTask", OWN + ".missing");
        assertThatThrownBy(() -> WovenFamily.of(family))
                .isInstanceOf(WeavingException.class)
                .hasMessageContaining("'missing'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "execute", "com.acme.", ".execute", "com.acme.My-Executor.execute", "a.B.c+", "a.B.c()"})
    void whatNamesNoMethodIsAnError(String value) {
        assertThatThrownBy(() -> ThreadPerTaskFamily.of("threadPerTask", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "is not of the form CLASS.METHOD, such as threadPerTask=com.acme.MyExecutor.execute");
    }

    @Test
    void aClassWithoutItsMethodIsAnError() {
        assertThatThrownBy(() -> ThreadPerTaskFamily.of("threadPerTask", "com.acme.MyExecutor"))
                .hasMessageContaining(
                        "'com.acme.MyExecutor' in option 'threadPerTask' names a class without its method");
    }

    static final class Own {
        int started;

        void execute(Runnable task) {
            started++;
            task.run();
        }

        void go(long times) {
            started += (int) times;
        }
    }
}
