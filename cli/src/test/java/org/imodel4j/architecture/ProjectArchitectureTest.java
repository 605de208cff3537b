package org.imodel4j.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the compiled classes of all modules keep to. */
class ProjectArchitectureTest {
    private final JavaClasses all = importAll();

    /** What the command does not use is not on the class path; it was compiled before these. */
    private static JavaClasses importAll() {
        Path root = Path.of(System.getProperty("imodel4j.fixtures"))
                .resolve("../../../..")
                .normalize();
        List<Location> locations =
                new ArrayList<>(Locations.ofPackage("org.imodel4j").stream().toList());
        for (String module : List.of("jdbc", "servlet", "socket", "spring-boot-starter")) {
            Path classes = root.resolve(module).resolve("target/classes");
            if (Files.isDirectory(classes)) {
                locations.add(Location.of(classes));
            }
        }
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importLocations(locations);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.imodel4j.(**)").should().beFreeOfCycles().check(all);
    }

    @Test
    void modulesUseOnlyThoseAboveThem() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.imodel4j.server..", "org.imodel4j.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.imodel4j.server..",
                        "org.imodel4j.cli..",
                        "org.eclipse.jetty..",
                        "org.apache.commons.cli..")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("org.imodel4j.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.imodel4j.cli..", "org.apache.commons.cli..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.imodel4j.host..",
                        "org.imodel4j.server..",
                        "org.imodel4j.servlet..",
                        "org.imodel4j.socket..",
                        "org.imodel4j.spring..",
                        "org.imodel4j.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.imodel4j.host..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.imodel4j.socket..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.imodel4j.socket..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackages("org.imodel4j.servlet..", "org.imodel4j.spring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.imodel4j.servlet..", "jakarta.servlet..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.imodel4j.spring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.imodel4j.spring..", "org.springframework..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.imodel4j.jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.imodel4j.jdbc..")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("org.imodel4j.geometry..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "org.jspecify..", "org.imodel4j.geometry..")
                .check(all);
    }

    /** What is large, or loaded for one purpose only, is named where that purpose is. */
    @Test
    void librariesOfOnePurposeAreNamedInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.imodel4j.cli.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jline..")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.imodel4j.parquet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.parquet..", "org.apache.hadoop..", "org.imodel4j.parquet..")
                .check(all);
    }

    @Test
    void noProductCodeUsesTheTestkit() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.imodel4j.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.imodel4j.testkit..", "org.junit..", "org.assertj..")
                .check(all);
    }

    @Test
    void packagesAreNamedAfterTheirSubject() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..", "..impl..")
                .check(all);
    }

    @Test
    void onlyTheCommandLineWritesToTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.imodel4j.cli..", "org.imodel4j.examples..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(all);
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.imodel4j.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(all);
    }

    @Test
    void textIsFormattedWithALocale() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(Locale.class, "setDefault", Locale.class)
                .check(all);
    }

    @Test
    void staticFieldsAreConstant() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(all);
    }
}
