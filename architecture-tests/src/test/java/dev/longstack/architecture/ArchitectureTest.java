package dev.longstack.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    /** What is shipped, or shows how it is used. */
    private static final List<String> MODULES =
            List.of("events", "runtime", "agent", "analysis", "cli", "demo", "examples", "jmc-adapter", "jmc-plugin");

    /** What has no code of its own, or tests and measures the others. */
    private static final Set<String> NOT_SHIPPED = Set.of(
            "test-recordings",
            "companions",
            "target-platform",
            "jmc-plugin-tests/host",
            "jmc-plugin-tests",
            "jmc-plugin-tests/install",
            "feature",
            "update-site",
            "benchmarks",
            "stress",
            "architecture-tests");

    private static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(MODULES.stream().map(ArchitectureTest::classesOf).toList());

    private static Path classesOf(String module) {
        Path classes = Path.of("..", module, "target", "classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("module '" + module + "' has not been built; build all of them first");
        }
        return classes;
    }

    private static final String[] API = {
        "dev.longstack.context",
        "dev.longstack.listen",
        "dev.longstack.deferred",
        "dev.longstack.tracked",
        "dev.longstack.stream",
        "dev.longstack.seam"
    };

    private static void holds(ArchRule rule) {
        rule.check(ALL);
    }

    @Test
    void noModuleIsForgotten() throws IOException {
        Set<String> modules = Pattern.compile("<module>(.*?)</module>")
                .matcher(Files.readString(Path.of("..", "pom.xml")).replaceFirst("(?s)<profiles>.*", ""))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        modules.removeAll(NOT_SHIPPED);
        assertThat(modules).containsExactlyInAnyOrderElementsOf(MODULES);
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
                .resideInAnyPackage("dev.longstack.record", "dev.longstack.propagate..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.longstack.record",
                        "dev.longstack.propagate..",
                        "dev.longstack.events",
                        "java..",
                        "jdk.jfr",
                        "org.jspecify.annotations"));
    }

    @Test
    void theSeamIsLayered() {
        holds(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("entries")
                .definedBy("dev.longstack.propagate.entries")
                .layer("hooks")
                .definedBy("dev.longstack.propagate.hooks")
                .layer("carriers")
                .definedBy("dev.longstack.propagate.carriers")
                .layer("record")
                .definedBy("dev.longstack.record")
                .whereLayer("entries")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("hooks")
                .mayOnlyBeAccessedByLayers("entries")
                .whereLayer("carriers")
                .mayOnlyBeAccessedByLayers("hooks", "entries")
                .whereLayer("record")
                .mayOnlyBeAccessedByLayers("carriers", "hooks", "entries"));
        holds(noClasses()
                .that()
                .resideInAnyPackage("dev.longstack..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.longstack.propagate"));
    }

    @Test
    void theApiLinksToNothing() {
        holds(classes()
                .that()
                .resideInAnyPackage(API)
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(API)
                        .or(JavaClass.Predicates.resideInAnyPackage("java..", "org.jspecify.annotations"))));
    }

    @Test
    void theApisPublicTypesAreThoseThatUsersNeed() {
        Set<String> types = publicTypesOfTheApi()
                .map(type -> type.getName().replace("dev.longstack.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(types)
                .containsExactly(
                        "context.AsyncContext",
                        "context.ContextKind",
                        "context.ContextLocal",
                        "context.ContextManager",
                        "context.ContextManagers",
                        "context.ManualContextManager",
                        "context.ReleaseReason",
                        "context.Run",
                        "context.Scope",
                        "deferred.Callbacks",
                        "deferred.Deferred",
                        "deferred.Emitters",
                        "deferred.MethodWrapper",
                        "listen.ContextListener",
                        "listen.Interceptor",
                        "listen.Interceptor$Next",
                        "listen.Interceptors",
                        "listen.Interest",
                        "listen.Invocation",
                        "listen.Listeners",
                        "listen.Registration",
                        "listen.Segment",
                        "listen.Segment$Scope",
                        "stream.BetweenProbe",
                        "stream.Probes",
                        "tracked.Disposable",
                        "tracked.DisposalException",
                        "tracked.TrackedObjects",
                        "tracked.Zone");
    }

    /** A jar on the class path can't hide packages: nothing that users see may lead into them. */
    @Test
    void noPublicSignatureOfTheApiLeadsInside() {
        List<String> leading = publicTypesOfTheApi()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                        || unit.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(unit -> unit.getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.getName().startsWith("dev.longstack.")
                                && publicTypesOfTheApi().noneMatch(type::equals)))
                .map(JavaCodeUnit::getFullName)
                .toList();
        assertThat(leading).isEmpty();
    }

    private static Stream<JavaClass> publicTypesOfTheApi() {
        return ALL.stream()
                .filter(type -> Set.of(API).contains(type.getPackageName()))
                .filter(type -> !type.getPackageName().equals("dev.longstack.seam"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.getSimpleName().equals("package-info"));
    }

    @Test
    void whatRunsInTheObservedJvmTouchesNothingThatLoadsTheWorld() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("dev.longstack.record", "dev.longstack.propagate..", "dev.longstack.agent..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..", "java.nio.file..", "javax.management..", "java.lang.management.."));
    }

    @Test
    void familiesNeverCallEachOther() {
        holds(slices().matching("dev.longstack.agent.(jdk|library).(*)..")
                .should()
                .notDependOnEachOther());
    }

    @Test
    void familiesAreWrittenWithWhatIsInWeaveAlone() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("dev.longstack.agent.jdk..", "dev.longstack.agent.library..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.longstack.agent", "dev.longstack.agent.start"));
        holds(noClasses()
                .that()
                .resideInAPackage("dev.longstack.agent.weave")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.longstack.agent",
                        "dev.longstack.agent.start",
                        "dev.longstack.agent.jdk..",
                        "dev.longstack.agent.library.."));
    }

    @Test
    void analysisNeverSeesTheRuntime() {
        holds(noClasses()
                .that()
                .resideInAPackage("dev.longstack.analysis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.longstack.record", "dev.longstack.propagate..", "dev.longstack.context"));
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
    void theAnalysisIsLayered() {
        holds(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("read")
                .definedBy("dev.longstack.analysis.read")
                .layer("link")
                .definedBy("dev.longstack.analysis.link")
                .layer("answers")
                .definedBy("dev.longstack.analysis.tree", "dev.longstack.analysis.stack")
                .layer("model")
                .definedBy("dev.longstack.analysis.model")
                .layer("source")
                .definedBy("dev.longstack.analysis.source")
                .layer("analysis")
                .definedBy("dev.longstack.analysis")
                .optionalLayer("words")
                .definedBy("dev.longstack.analysis.text", "dev.longstack.analysis.find")
                .whereLayer("words")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("analysis")
                .mayOnlyBeAccessedByLayers("words")
                .whereLayer("read")
                .mayOnlyBeAccessedByLayers("analysis")
                .whereLayer("link")
                .mayOnlyBeAccessedByLayers("analysis")
                .whereLayer("answers")
                .mayOnlyBeAccessedByLayers("analysis", "words")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("link", "answers", "analysis", "words"));
    }

    @Test
    void onlyThePlugInHasAUserInterface() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("dev.longstack.jmc")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.."));
    }

    @Test
    void missionControlsOwnUserInterfaceIsKnownInOnePlace() {
        holds(noClasses()
                .that()
                .doNotHaveSimpleName("MissionControl")
                .and()
                .haveNameNotMatching(".*MissionControl\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.openjdk.jmc.flightrecorder.ui.."));
    }

    @Test
    void onlyTheCommandLinePrints() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("dev.longstack.cli", "dev.longstack.demo", "dev.longstack.examples..")
                .should()
                .accessField(System.class, "out"));
    }

    @Test
    void packagesHaveNoCycles() {
        holds(slices().matching("dev.longstack.(**)").should().beFreeOfCycles());
    }

    @Test
    void recordedStacksHaveNoFramesOfTheRecorder() {
        Set<String> seam = ALL.stream()
                .map(JavaClass::getName)
                .filter(name -> name.matches(
                        "dev.longstack.propagate.(hooks.\\w+Hooks|entries.(ApiEntry|DeferredEntry|Guarded))"))
                .collect(Collectors.toCollection(TreeSet::new));
        seam.addAll(List.of("dev.longstack.record.Creations", "dev.longstack.record.Runs"));
        Object filtered = ALL.get("dev.longstack.events.ContextCreationEvent")
                .getAnnotationOfType("dev.longstack.events.StackFilter")
                .get("value")
                .orElseThrow();
        assertThat((Object[]) filtered)
                .as("the classes that stand between the application and a creation event")
                .containsExactlyInAnyOrder(seam.toArray());
    }

    /** What gives access to the JDK's classes is extended by a class that the agent makes inside of their packages. */
    private static final DescribedPredicate<JavaClass> EXTENDED_BY_THE_AGENT = DescribedPredicate.describe(
            "are extended by what the agent defines",
            type -> Set.of("dev.longstack.propagate.carriers.JdkFields", "dev.longstack.record.VirtualThreadSlots")
                    .contains(type.getName()));

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
                .and(DescribedPredicate.not(EXTENDED_BY_THE_AGENT))
                .and(DescribedPredicate.describe(
                        "have a constructor that is not private",
                        type -> type.getConstructors().stream()
                                .anyMatch(each -> !each.getModifiers().contains(JavaModifier.PRIVATE))))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .beEnums());
    }
}
