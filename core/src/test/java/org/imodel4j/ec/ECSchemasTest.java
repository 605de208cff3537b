package org.imodel4j.ec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class ECSchemasTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty.bim",
                "all-types.bim",
                "building.bim",
                "located.bim",
                "ecsql/types.bim",
                "ecsql/bis.bim",
                "ecsql/plain.ecdb",
                "mapping.ecdb",
                "perf/small.bim"
            })
    void everyClassOfAFileLoadsWithItsMapAndAttributes(String name) {
        Path file = FixtureSchemas.file(name);
        try (ECSchemas schemas = FixtureSchemas.open(file)) {
            List<Long> classIds = FixtureSchemas.longs(file, "SELECT Id FROM ec_Class");
            assertThat(classIds).isNotEmpty();
            for (long id : classIds) {
                ECClass ecClass = schemas.classById(id);
                ClassMap map = schemas.mapOf(ecClass);
                assertThat(map.tables()).allMatch(table -> table.type() != ClassMap.TableType.VIRTUAL);
                for (ECProperty property : ecClass.properties()) {
                    if (!map.tables().isEmpty()) {
                        assertThat(map.columnsOf(property.name())).isNotEmpty();
                    }
                    schemas.customAttributes(CustomAttribute.Container.PROPERTY, property.id());
                }
                schemas.customAttributes(CustomAttribute.Container.CLASS, id);
                assertThat(schemas.tryClass(ecClass.fullName())).isSameAs(ecClass);
                assertThat(schemas.tryClass(ecClass.schema().alias(), ecClass.name()))
                        .isSameAs(ecClass);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-types.bim", "building.bim", "ecsql/plain.ecdb", "mapping.ecdb"})
    void theHierarchyIsTheOneThatTheFileCaches(String name) {
        Path file = FixtureSchemas.file(name);
        try (ECSchemas schemas = FixtureSchemas.open(file)) {
            for (long id : FixtureSchemas.longs(file, "SELECT Id FROM ec_Class")) {
                List<Long> cached = FixtureSchemas.longs(
                        file,
                        "SELECT DISTINCT ClassId FROM ec_cache_ClassHierarchy WHERE BaseClassId=" + id + " ORDER BY 1");
                assertThat(schemas.subclasses(id))
                        .containsExactly(cached.stream().mapToLong(x -> x).toArray());
                for (long sub : cached) {
                    assertThat(schemas.isSubclass(sub, id)).isTrue();
                }
            }
        }
    }

    @Test
    void namesAndAliasesAreFoundWithoutRegardToCase() {
        try (ECSchemas schemas = FixtureSchemas.open("building.bim")) {
            ECClass element = schemas.getClass("BisCore:Element");
            assertThat(schemas.tryClass("BISCORE.element")).isSameAs(element);
            assertThat(schemas.tryClass("bis", "ELEMENT")).isSameAs(element);
            assertThat(schemas.tryClass("bis", "Elements")).isNull();
            assertThat(schemas.tryClass("nothing", "Element")).isNull();
            assertThat(schemas.tryClass("Element")).isNull();
            assertThat(element.tryProperty("codevalue")).isNotNull();
            assertThat(schemas.trySchema("bis")).isEqualTo(schemas.trySchema("BisCore"));
        }
    }

    @Test
    void unknownClassesAreNotFound() {
        try (ECSchemas schemas = FixtureSchemas.open("empty.bim")) {
            assertThatThrownBy(() -> schemas.classById(987654))
                    .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                            .isEqualTo(Status.NOT_FOUND.number()));
            assertThatThrownBy(() -> schemas.getClass("BisCore:Nothing")).isInstanceOf(IModelException.class);
        }
    }

    @Test
    void nothingIsOpenedBeforeTheFirstQuestion() {
        boolean[] opened = {false};
        ECSchemas schemas = new ECSchemas(() -> {
            opened[0] = true;
            return FixtureSchemas.database(FixtureSchemas.file("empty.bim"));
        });
        assertThat(opened[0]).isFalse();
        schemas.trySchema("BisCore");
        assertThat(opened[0]).isTrue();
        schemas.close();
        assertThatThrownBy(() -> schemas.trySchema("Generic")).isInstanceOf(IModelException.class);
    }

    @Test
    void dateTimesSayHowTheyAreMeant() {
        try (ECSchemas schemas = FixtureSchemas.open("all-types.bim")) {
            ECClass all = schemas.getClass("AllTypes:ATElemSub");
            assertThat(dateTime(all, "pDtU")).isEqualTo(DateTimeInfo.NONE);
            assertThat(dateTime(all, "pDtUtc").kind()).isEqualTo(DateTimeInfo.Kind.UTC);
            assertThat(dateTime(all, "pDate").component()).isEqualTo(DateTimeInfo.Component.DATE);
            assertThat(dateTime(all, "pTod").component()).isEqualTo(DateTimeInfo.Component.TIME_OF_DAY);
            assertThat(dateTime(all, "pStr")).isNull();
        }
    }

    private static DateTimeInfo dateTime(ECClass ecClass, String property) {
        return ecClass.tryProperty(property).dateTime();
    }

    @Test
    void anOverrideStandsAmongTheOwnPropertiesAndKeepsItsColumn() {
        try (ECSchemas schemas = FixtureSchemas.open("all-types.bim")) {
            ECClass base = schemas.getClass("AllTypes:ATBase");
            ECClass sub = schemas.getClass("AllTypes:ATElemSub");
            ECProperty last = sub.properties().get(sub.properties().size() - 1);
            assertThat(last.name()).isEqualTo("pStr");
            assertThat(last.declaringClassId()).isEqualTo(sub.id());
            assertThat(schemas.mapOf(sub).tryColumn("PSTR").name())
                    .isEqualTo(schemas.mapOf(schemas.getClass("AllTypes:ATElem"))
                            .tryColumn("pStr")
                            .name());
            assertThat(base.tryProperty("pStr").declaringClassId()).isEqualTo(base.id());
        }
    }

    @Test
    void mixinsAreKnownByTheirAttribute() {
        try (ECSchemas schemas = FixtureSchemas.open("all-types.bim")) {
            assertThat(schemas.isMixin(schemas.getClass("AllTypes:IMark"))).isTrue();
            assertThat(schemas.isMixin(schemas.getClass("AllTypes:ATBase"))).isFalse();
        }
    }

    @Test
    void threadsThatAskAtOnceGetTheSameInstances() throws Exception {
        try (ECSchemas schemas = FixtureSchemas.open("building.bim");
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<ECClass>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(threads.submit(() -> schemas.getClass("Bldg:Wall")));
            }
            Set<ECClass> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Future<ECClass> answer : answers) {
                distinct.add(answer.get());
            }
            assertThat(distinct).hasSize(1);
        }
    }

    @Test
    void relationshipsHaveTheirConstraints() {
        try (ECSchemas schemas = FixtureSchemas.open("building.bim")) {
            ECClass refers = schemas.getClass("BisCore:ModelContainsElements");
            assertThat(refers.relationship().strength()).isEqualTo(ECClass.Strength.EMBEDDING);
            assertThat(refers.relationship().source().upperLimit()).isEqualTo(1);
            assertThat(refers.relationship().target().upperLimit()).isNull();
            assertThat(refers.relationship().target().classIds())
                    .containsExactly(schemas.getClass("BisCore:Element").id());
        }
    }

    @Test
    void viewClassesGiveTheirQuery() {
        try (ECSchemas schemas = FixtureSchemas.open("empty.bim")) {
            assertThat(schemas.viewQuery(schemas.getClass("meta:ClassCustomAttribute")))
                    .startsWith("SELECT")
                    .contains("XmlCAToJson");
            assertThat(schemas.viewQuery(schemas.getClass("BisCore:Element"))).isNull();
        }
    }

    @Test
    void schemaItemsAreRead() {
        try (ECSchemas schemas = FixtureSchemas.open("ecsql/types.bim")) {
            ECUnit acre = schemas.units().tryByName("Units", "acre");
            assertThat(acre.definition()).isEqualTo("CHAIN(2)");
            assertThat(acre.numerator()).isEqualTo(10.0);
            assertThat(schemas.phenomena().byId(acre.phenomenonId()).item().name())
                    .isEqualTo("AREA");
            ECFormat feet = schemas.formats().tryByName("Formats", "AmerFI");
            assertThat(feet.compositeUnits()).hasSize(2);
            KindOfQuantity length = schemas.kindsOfQuantity().tryByName("EcsqlTypes", "LEN");
            assertThat(length.persistenceUnit()).isEqualTo("u:M");
            assertThat(length.presentationFormats()).containsExactly("f:DefaultRealU(4)[u:M]");
            for (ECSchema schema : schemas.schemas()) {
                for (ECEnumeration enumeration : schemas.enumerations().of(schema)) {
                    assertThat(enumeration.enumerators()).isNotEmpty();
                    assertThat(schemas.enumeration(enumeration.item().id())).isSameAs(enumeration);
                }
            }
            ECEnumeration container = schemas.enumerations().tryByName("meta", "CAContainerType");
            assertThat(container.tryEnumerator("property").number()).isEqualTo(992);
        }
    }
}
