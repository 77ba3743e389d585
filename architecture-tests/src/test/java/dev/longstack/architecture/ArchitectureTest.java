package dev.longstack.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(List.of("events", "runtime", "agent", "analysis", "cli").stream()
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    private static void holds(ArchRule rule) {
        rule.check(ALL);
    }

    @Test
    void eventsDependOnJfrAlone() {
        holds(classes()
                .that()
                .resideInAPackage("dev.longstack.events")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.longstack.events", "java..", "jdk.jfr", "org.jspecify.annotations"));
    }

    @Test
    void theRuntimeDependsOnEventsAlone() {
        holds(classes()
                .that()
                .resideInAnyPackage("dev.longstack.record", "dev.longstack.propagate")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.longstack.record",
                        "dev.longstack.propagate",
                        "dev.longstack.events",
                        "java..",
                        "jdk.jfr",
                        "org.jspecify.annotations"));
    }

    @Test
    void theApiLinksToNothing() {
        holds(classes()
                .that()
                .resideInAPackage("dev.longstack.context")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.longstack.context", "java..", "org.jspecify.annotations"));
    }

    @Test
    void whatRunsInTheObservedJvmTouchesNothingThatLoadsTheWorld() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("dev.longstack.record", "dev.longstack.propagate", "dev.longstack.agent..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..", "java.nio.file..", "javax.management..", "java.lang.management.."));
    }

    @Test
    void analysisNeverSeesTheRuntime() {
        holds(noClasses()
                .that()
                .resideInAPackage("dev.longstack.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.longstack.record", "dev.longstack.propagate", "dev.longstack.context"));
    }

    @Test
    void onlyTheReaderKnowsTheJdksParser() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("dev.longstack.analysis.read")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.jfr.consumer"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("dev.longstack.cli")
                .should()
                .accessField(System.class, "out"));
    }

    @Test
    void packagesHaveNoCycles() {
        holds(slices().matching("dev.longstack.(**)").should().beFreeOfCycles());
    }

    @Test
    void everyClassIsClosed() {
        holds(classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotAnnotations()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .beEnums());
    }
}
