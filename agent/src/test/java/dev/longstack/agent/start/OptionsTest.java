package dev.longstack.agent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longstack.agent.jdk.futures.FuturesFamily;
import dev.longstack.agent.jdk.handles.HandlesFamily;
import dev.longstack.agent.jdk.timer.TimerFamily;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void allButHandlesAreWovenByDefault() {
        assertThat(Options.parse("").families())
                .hasSize(Families.ALL.size() - 1)
                .doesNotContain(HandlesFamily.FAMILY);
    }

    @Test
    void familiesAreTakenByTheirWordsAndKeptInOrder() {
        assertThat(Options.parse("include=timer+futures").families())
                .containsExactly(FuturesFamily.FAMILY, TimerFamily.FAMILY);
        assertThat(Options.parse("exclude=timer, handles=on").families())
                .contains(HandlesFamily.FAMILY)
                .doesNotContain(TimerFamily.FAMILY);
    }

    @Test
    void anApplicationsOwnThreadsPerTaskAreWovenBesideWhatIsIncluded() {
        assertThat(Options.parse("threadPerTask=com.acme.Mine.run+com.acme.Other.execute,include=timer")
                        .families())
                .hasSize(2)
                .contains(TimerFamily.FAMILY)
                .last()
                .satisfies(own -> assertThat(own.threadsPerTask()).hasSize(2));
        assertThatThrownBy(() -> Options.parse("threadPerTask=execute"))
                .hasMessageStartingWith("'execute' in option 'threadPerTask' is not of the form CLASS.METHOD");
    }

    @Test
    void anUnknownWordIsToldWithTheNearest() {
        assertThatThrownBy(() -> Options.parse("stack=all"))
                .hasMessageStartingWith("unknown option 'stack'; did you mean 'stacks'?");
        assertThatThrownBy(() -> Options.parse("include=future"))
                .hasMessageStartingWith("unknown family 'future'; did you mean 'futures'?");
        assertThatThrownBy(() -> Options.parse("log=yes"))
                .hasMessageStartingWith("unknown 'log' value 'yes'; did you mean");
        assertThatThrownBy(() -> Options.parse("sample=100")).hasMessageContaining("sample=1/100");
    }
}
