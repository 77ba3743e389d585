package dev.longstack.agent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.longstack.agent.weave.Family;
import dev.longstack.agent.weave.Match;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FamiliesTest {
    static List<Family> all() {
        return Families.ALL;
    }

    @Test
    void eachHasAWordOfItsOwn() {
        assertThat(Families.words())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]+(-[a-z]+)*"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachIsAFileInAPackageOfItsOwnWithATestBesideIt(Family family) {
        String simpleName = camelCase(family.word()) + "Family";
        String inPackage = "." + family.word().replace("-", "") + "." + simpleName;
        String className = Stream.of("dev.longstack.agent.jdk", "dev.longstack.agent.library")
                .map(parent -> parent + inPackage)
                .filter(FamiliesTest::exists)
                .findFirst()
                .orElse("no class *" + inPackage);
        assertThatCode(() -> assertThat(
                                Class.forName(className).getField("FAMILY").get(null))
                        .isSameAs(family))
                .doesNotThrowAnyException();
        assertThat(exists(className + "Test")).as(className + "Test").isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachSaysWhatItIsFor(Family family) {
        assertThat(family.covers()).isNotBlank().doesNotContain("|", "\n").doesNotEndWith(".");
        assertThat(family.targets().isEmpty() && family.ownWork().isEmpty()).isFalse();
        assertThat(family.ownWork()).allMatch(work -> !work.reason().isBlank());
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesOfTargetsAreInternalOnes(Family family) {
        assertThat(family.targets())
                .extracting(target -> target.match())
                .filteredOn(Match.Named.class::isInstance)
                .allMatch(match -> !((Match.Named) match).className().contains("."));
    }

    @Test
    void whatLibrariesDoForThemselvesIsSaidOnce() {
        assertThat(Families.ownWork())
                .isNotEmpty()
                .extracting(work -> work.className())
                .doesNotHaveDuplicates();
    }

    private static boolean exists(String className) {
        try {
            Class.forName(className, false, FamiliesTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String camelCase(String word) {
        StringBuilder name = new StringBuilder();
        for (String part : word.split("-", -1)) {
            name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
        return name.toString();
    }
}
