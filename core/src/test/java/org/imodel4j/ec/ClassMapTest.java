package org.imodel4j.ec;

import static org.assertj.core.api.Assertions.assertThat;

import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.ClassMap.Table;
import org.imodel4j.ec.ClassMap.TableType;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ClassMapTest {
    private final ECSchemas schemas = FixtureSchemas.open("mapping.ecdb");

    @AfterEach
    void close() {
        schemas.close();
    }

    private ClassMap map(String className) {
        return schemas.mapOf(schemas.getClass("Mapping:" + className));
    }

    @Test
    void aClassWithItsOwnTableHasAConstantClassId() {
        ClassMap map = map("OwnPlain");
        assertThat(map.strategy()).isEqualTo(Strategy.OWN_TABLE);
        Column classId = map.tryColumn("ECClassId");
        assertThat(classId.virtual()).isTrue();
        assertThat(classId.constantClassId()).isEqualTo(map.classId());
        assertThat(map.tryColumn("st.p.y").name()).isEqualTo("St_P_Y");
        assertThat(map.columnsOf("St")).hasSize(3);
    }

    @Test
    void joinedAndOverflowTablesFollowTheRootTable() {
        assertThat(map("JoinedB").tables())
                .extracting(Table::name)
                .containsExactly("mp_Joined", "mp_JoinedB", "mp_JoinedB_Overflow");
        Table overflow = map("JoinedB").tables().get(2);
        assertThat(overflow.type()).isEqualTo(TableType.OVERFLOW);
        assertThat(overflow.exclusiveRootClassId()).isNull();
        assertThat(overflow.primaryKey()).isEqualTo("JoinedId");
        assertThat(map("JoinedB").tryColumn("ECInstanceId", overflow).name()).isEqualTo("JoinedId");
    }

    @Test
    void aVirtualRelationshipClassIdIsThatOfTheProperty() {
        ClassMap child = map("Child");
        Column sealed = child.tryColumn("SealedRef.RelECClassId");
        assertThat(sealed.virtual()).isTrue();
        assertThat(sealed.constantClassId())
                .isEqualTo(schemas.getClass("Mapping:ChildRefersSealed").id());
        Column owner = child.tryColumn("Owner.RelECClassId");
        assertThat(owner.virtual()).isFalse();
        assertThat(owner.constantClassId()).isNull();
    }

    @Test
    void theClassIdAtALinkEndMayComeFromTheTableOfTheEnd() {
        ClassMap link = map("LinkTph");
        assertThat(link.tables()).extracting(Table::name).containsExactly("mp_LinkTph");
        assertThat(link.tryColumn("SourceECInstanceId").name()).isEqualTo("srcCol");
        assertThat(link.tryColumn("SourceECClassId").constantClassId())
                .isEqualTo(schemas.getClass("Mapping:Parent").id());
        assertThat(link.tryColumn("TargetECClassId").table().name()).isEqualTo("mp_Joined");
        assertThat(link.tryColumn("TargetECClassId").virtual()).isFalse();
    }

    @Test
    void abstractClassesHaveNoTableButPartitions() {
        ECClass root = schemas.getClass("Mapping:AbstractRoot");
        assertThat(schemas.mapOf(root).tables()).isEmpty();
        assertThat(schemas.partitions(root.id()))
                .extracting(partition -> partition.table().name())
                .containsExactly("mp_ConcreteA");
    }

    @Test
    void foreignKeysTellTheirHolderAndEnd() {
        ECClass owns = schemas.getClass("Mapping:ParentOwnsChild");
        assertThat(schemas.mapOf(owns).strategy()).isEqualTo(Strategy.FOREIGN_KEY_IN_TARGET);
        assertThat(schemas.foreignKeys(owns))
                .containsExactly(new ClassMap.ForeignKey(
                        schemas.getClass("Mapping:Child").id(), "Owner", false));
        ECClass refers = schemas.getClass("Mapping:ChildRefersParent");
        assertThat(schemas.foreignKeys(refers)).allMatch(ClassMap.ForeignKey::holderIsSource);
    }

    @Test
    void existingTablesKeepTheirNames() {
        ClassMap existing = map("ExistingC");
        assertThat(existing.strategy()).isEqualTo(Strategy.EXISTING_TABLE);
        assertThat(existing.tables().get(0).primaryKey()).isEqualTo("pk");
        assertThat(existing.tryColumn("Txt").name()).isEqualTo("txt_col");
    }

    @Test
    void structsAreNotMapped() {
        ECClass struct = schemas.classById(
                schemas.getClass("Mapping:OwnPlain").tryProperty("St").structClassId());
        assertThat(schemas.mapOf(struct).strategy()).isEqualTo(Strategy.NOT_MAPPED);
        assertThat(schemas.mapOf(struct).columns()).isEmpty();
    }
}
