package com.maily.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The arrows of the house: who may know whom. */
class HouseRulesTest {

    private static final String ROOT = "com.maily.console.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("com.maily.console");

    /** Rooms that every platform, or every screen, may use. */
    private static final Set<String> SHARED_BY_PLATFORMS = Set.of("http", "resilient");
    private static final Set<String> SCREENS = Set.of("rollout", "canary", "sla", "rollback", "journal", "fleet", "analysis",
            "platforms", "settings", "health");

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void theProgramWasReallyRead() {
        assertThat(CLASSES.size()).isGreaterThan(50);
        assertThat(CLASSES.contain(com.maily.console.core.journal.Journal.class)).isTrue();
    }

    @Test
    void coreKnowsNothingOutsideItself() {
        holds(noClasses().that().resideInAPackage(ROOT + "core..").should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + "platforms..", ROOT + "sandbox..", ROOT + "desktop..", ROOT + "cli.."));
        holds(noClasses().that().resideInAPackage(ROOT + "core..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "io.fabric8..", "java.net.http..", "com.sun.net.httpserver..", "java.sql..",
                "org.sqlite..", "io.prometheus..", "picocli..", "org.yaml..", "org.controlsfx..", "ch.qos.."));
    }

    @Test
    void javaFxIsOnlyOnTheDesktop() {
        holds(noClasses().that().resideOutsideOfPackages(ROOT + "desktop..", ROOT + "app..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."));
    }

    @Test
    void onlyTheCompositionRootKnowsPlatformsAndSandboxAndNobodyKnowsIt() {
        holds(noClasses().that().resideInAnyPackage(ROOT + "desktop..", ROOT + "cli..").should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + "platforms..", ROOT + "sandbox.."));
        holds(noClasses().that().resideOutsideOfPackage(ROOT + "app..").should().dependOnClassesThat()
                .resideInAPackage(ROOT + "app.."));
    }

    @Test
    void theTwoDoorsAreStrangers() {
        holds(noClasses().that().resideInAPackage(ROOT + "cli..").should().dependOnClassesThat().resideInAPackage(ROOT + "desktop.."));
        holds(noClasses().that().resideInAPackage(ROOT + "desktop..").should().dependOnClassesThat().resideInAPackage(ROOT + "cli.."));
    }

    @Test
    void theSandboxAndThePlatformsAreStrangers() {
        holds(noClasses().that().resideInAPackage(ROOT + "sandbox..").should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + "platforms..", ROOT + "desktop..", ROOT + "cli.."));
        holds(noClasses().that().resideInAPackage(ROOT + "platforms..").should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + "sandbox..", ROOT + "desktop..", ROOT + "cli.."));
    }

    @Test
    void noPlatformKnowsAnother() {
        holds(slices().matching(ROOT + "platforms.(*)..").should().notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), DescribedPredicate.describe("what all platforms share",
                        type -> SHARED_BY_PLATFORMS.contains(room(type, "platforms")))));
    }

    @Test
    void noScreenKnowsAnother() {
        for (String screen : SCREENS) {
            String[] others = SCREENS.stream().filter(other -> !other.equals(screen))
                    .map(other -> ROOT + "desktop." + other + "..").toArray(String[]::new);
            holds(noClasses().that().resideInAPackage(ROOT + "desktop." + screen + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(others));
        }
    }

    @Test
    void roomsAreMarkedNullSafe() {
        holds(classes().that().haveSimpleName("package-info").and().doNotHaveFullyQualifiedName("com.maily.console.package-info")
                .should().beAnnotatedWith("org.jspecify.annotations.NullMarked"));
    }

    @Test
    void nothingIsCalledByAnEmptyName() {
        holds(noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)$"));
    }

    /** The name of the room below a storey: {@code sqlite} for a class of {@code platforms.sqlite}. */
    private static String room(JavaClass type, String storey) {
        String prefix = ROOT + storey + ".";
        String name = type.getPackageName();
        return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.")[0] : "";
    }
}
