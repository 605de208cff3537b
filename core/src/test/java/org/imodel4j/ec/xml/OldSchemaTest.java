package org.imodel4j.ec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** ECXML 2.0 and what is converted from it. */
@NullUnmarked
class OldSchemaTest {
    @Test
    void versionPrefixAndKindsOfClassesAreConverted() {
        SchemaDef schema = read("<ECClass typeName=\"Plain\"/>"
                + "<ECClass typeName=\"Nothing\" isDomainClass=\"False\"/>"
                + "<ECClass typeName=\"Last\" isFinal=\"True\"/>"
                + "<ECClass typeName=\"Part\" isStruct=\"True\" isCustomAttributeClass=\"True\"/>"
                + "<ECClass typeName=\"Tag\" isCustomAttributeClass=\"True\"/>");
        assertThat(schema.version()).isEqualTo(new SchemaVersion(1, 0, 5));
        assertThat(schema.alias()).isEqualTo("o");
        assertThat(schema.ecXml()).isEqualTo(ECXmlVersion.V2_0);
        assertThat(schema.items(ClassDef.class))
                .extracting(ClassDef::type, ClassDef::modifier)
                .containsExactly(
                        tuple(ECClass.Type.ENTITY, ECClass.Modifier.NONE),
                        tuple(ECClass.Type.ENTITY, ECClass.Modifier.ABSTRACT),
                        tuple(ECClass.Type.ENTITY, ECClass.Modifier.SEALED),
                        tuple(ECClass.Type.STRUCT, ECClass.Modifier.NONE),
                        tuple(ECClass.Type.CUSTOM_ATTRIBUTE, ECClass.Modifier.NONE));
    }

    @Test
    void propertiesThatCollideGetAnotherSpellingOrName() {
        SchemaDef schema = read("<ECClass typeName=\"Low\"><BaseClass>High</BaseClass>"
                + property("WIDTH", "double") + property("Depth", "string") + "</ECClass>"
                + "<ECClass typeName=\"High\">" + property("Width", "double") + property("Depth", "int")
                + property("A__x0020__B", "string") + "</ECClass>");
        assertThat(schema.tryItem("Low", ClassDef.class).properties())
                .extracting(PropertyDef::name, PropertyDef::displayLabel)
                .containsExactly(tuple("Width", "WIDTH"), tuple("o_Depth_", "Depth"));
        assertThat(schema.tryItem("High", ClassDef.class)
                        .tryProperty("A__x0020__B")
                        .displayLabel())
                .isEqualTo("A B");
    }

    @Test
    void theSecondClassOfANameIsRenamedAndAWrongBaseDropped() {
        SchemaDef schema = read("<ECClass typeName=\"C\"/><ECClass typeName=\"c\"><BaseClass>S</BaseClass></ECClass>"
                + "<ECClass typeName=\"S\" isStruct=\"True\"/>");
        assertThat(schema.tryItem("c_", ClassDef.class).bases()).isEmpty();
    }

    @Test
    void arraysAreOfStructsWhenTheirTypeIsOne() {
        SchemaDef schema = read("<ECClass typeName=\"S\" isStruct=\"True\">"
                + "<ECArrayProperty propertyName=\"Itself\" typeName=\"S\" isStruct=\"True\"/></ECClass>"
                + "<ECClass typeName=\"C\"><ECArrayProperty propertyName=\"Some\" typeName=\"S\"/>"
                + "<ECArrayProperty propertyName=\"Texts\" typeName=\"unknown\" isStruct=\"True\"/></ECClass>");
        assertThat(schema.tryItem("S", ClassDef.class).properties()).isEmpty();
        ClassDef classDef = schema.tryItem("C", ClassDef.class);
        assertThat(((PropertyType.Array) classDef.tryProperty("Some").type()).item())
                .isEqualTo(new PropertyType.Struct(new ItemName("Old", "S")));
        assertThat(((PropertyType.Array) classDef.tryProperty("Texts").type()).item())
                .isInstanceOf(PropertyType.Primitive.class);
    }

    @Test
    void endsOfRelationshipsGetWhatIsRequiredToday() {
        SchemaDef schema =
                read("<ECClass typeName=\"Top\"/><ECClass typeName=\"A\"><BaseClass>Top</BaseClass></ECClass>"
                        + "<ECClass typeName=\"B\"><BaseClass>Top</BaseClass></ECClass>"
                        + "<ECRelationshipClass typeName=\"R\" displayLabel=\"has\">"
                        + "<Source cardinality=\"(0,N)\"><Class class=\"A\"/><Class class=\"B\"/></Source>"
                        + "<Target cardinality=\"1\"><Class class=\"Top\"/></Target></ECRelationshipClass>");
        ClassDef.RelationshipDef relationship =
                schema.tryItem("R", ClassDef.class).relationship();
        assertThat(relationship.source().abstractConstraint()).isEqualTo(new ItemName("Old", "Top"));
        assertThat(relationship.source().upperLimit()).isNull();
        assertThat(relationship.source().roleLabel()).isEqualTo("has");
        assertThat(relationship.target().roleLabel()).isEqualTo("has (Reversed)");
        assertThat(relationship.target().lowerLimit()).isEqualTo(1);
    }

    @Test
    void whatCanNotKeepTheRulesOfTodayIsRefusedAsAnUpgrade() {
        IModelException failure = catchThrowableOfType(
                IModelException.class,
                () -> read("<ECClass typeName=\"A\"/><ECRelationshipClass typeName=\"R\">"
                        + "<Source><Class class=\"A\"/></Source></ECRelationshipClass>"));
        assertThat(failure.errorNumber()).isEqualTo(318767114);
        assertThat(failure.text())
                .isEqualTo(
                        "Failed to import ECSchemas. The in-memory version of the ECSchema 'Old.01.00.05' must be 3.2,"
                                + " but is 3.0.");
    }

    private static String property(String name, String type) {
        return "<ECProperty propertyName=\"" + name + "\" typeName=\"" + type + "\"/>";
    }

    private static SchemaDef read(String content) {
        String xml = "<ECSchema schemaName=\"Old\" nameSpacePrefix=\"o\" version=\"01.05\""
                + " xmlns=\"http://www.bentley.com/schemas/Bentley.ECXML.2.0\">" + content + "</ECSchema>";
        return BrokenSchema.loader(new SchemaSet(List.of()))
                .load(List.of(new SchemaInput.Text("old", xml)))
                .schemas()
                .trySchema("Old");
    }
}
