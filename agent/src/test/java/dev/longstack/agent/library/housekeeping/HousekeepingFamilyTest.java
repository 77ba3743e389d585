package dev.longstack.agent.library.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HousekeepingFamilyTest {
    @Test
    void nothingIsWoven() {
        assertThat(HousekeepingFamily.FAMILY.targets()).isEmpty();
    }

    @Test
    void namesAreExact() {
        assertThat(HousekeepingFamily.FAMILY.ownWork())
                .extracting(work -> work.className())
                .as("a class, not the beginning of many")
                .isNotEmpty()
                .allMatch(name -> name.matches("[\\w.$]*[\\w]"));
    }
}
