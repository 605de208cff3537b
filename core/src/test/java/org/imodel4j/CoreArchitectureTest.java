package org.imodel4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The order of the packages inside core, and what core leaves to others. */
class CoreArchitectureTest {
    /** A package may use those of the rows above its own; those of one row share no code, except in the first row. */
    private static final List<Set<String>> ROWS = List.of(
            Set.of("id", "error", "json", "xml", "snappy", "geometry", "geometry.shape"),
            Set.of("imodeljson"),
            Set.of("sqlite"),
            Set.of("ec"),
            Set.of("ec.schema"),
            Set.of("ec.xml", "ec.json", "ec.units"),
            Set.of("ec.map"),
            Set.of("ecsql.parse", "ecsql.functions"),
            Set.of("ecsql.resolve"),
            Set.of("ecsql.translate"),
            Set.of("bis.geometry"),
            Set.of("ecsql.run"),
            Set.of("bis", "imodel.create"),
            Set.of("bis.element"),
            Set.of("bis.write"),
            Set.of("imodel"));

    private static final String ROOT = "org.imodel4j.";

    private final JavaClasses core = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    ROWS.stream().flatMap(Set::stream).map(name -> ROOT + name).toArray(String[]::new));

    @Test
    void packagesUseOnlyThoseOfTheRowsAboveThem() {
        Set<String> breaches = new TreeSet<>();
        for (JavaClass user : core) {
            for (Dependency use : user.getDirectDependenciesFromSelf()) {
                String from = packageOf(user);
                String to = packageOf(use.getTargetClass());
                if (!to.startsWith(ROOT) || from.equals(to)) {
                    continue;
                }
                int row = row(from);
                int usedRow = row(to);
                boolean sameRowAllowed = row == 0;
                if (usedRow > row || (usedRow == row && !sameRowAllowed)) {
                    breaches.add(from + " uses " + to + ": " + use.getDescription());
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> packages =
                core.stream().map(CoreArchitectureTest::packageOf).collect(Collectors.toSet());
        assertThat(packages).allSatisfy(name -> assertThat(row(name)).isNotNegative());
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.imodel4j.(**)").should().beFreeOfCycles().check(core);
    }

    @Test
    void onlySqliteKnowsADriver() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.imodel4j.sqlite")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sqlite..", "java.sql..")
                .check(core);
    }

    @Test
    void coreStartsNoThread() {
        noClasses()
                .should()
                .callConstructorWhere(new com.tngtech.archunit.base.DescribedPredicate<>("of a thread or a timer") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaConstructorCall call) {
                        return call.getTargetOwner().isAssignableTo(Thread.class)
                                || call.getTargetOwner().isEquivalentTo(java.util.Timer.class);
                    }
                })
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(CompletableFuture.class)
                .orShould()
                .callMethod(java.util.Collection.class, "parallelStream")
                .check(core);
    }

    private static String packageOf(JavaClass type) {
        return type.getBaseComponentType().getPackageName();
    }

    private static int row(String packageName) {
        String name = packageName.startsWith(ROOT) ? packageName.substring(ROOT.length()) : packageName;
        for (int i = 0; i < ROWS.size(); i++) {
            if (ROWS.get(i).contains(name)) {
                return i;
            }
        }
        throw new AssertionError("Give the package " + packageName + " its place in ROWS");
    }
}
