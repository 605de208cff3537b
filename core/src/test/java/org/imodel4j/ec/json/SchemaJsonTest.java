package org.imodel4j.ec.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaKey;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.ec.schema.ValueLimits;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class SchemaJsonTest {
    @ParameterizedTest
    @CsvSource({
        "all-types.bim, AllTypes",
        "building.bim, Bldg",
        "ecsql/types.bim, EcsqlTypes",
        "ecsql/plain.ecdb, Plain",
        "mapping.ecdb, Mapping",
        "perf/small.bim, PerfDomain"
    })
    void aSchemaHasTheBytesOfTheReference(String file, String name) {
        SchemaSet schemas = StoredFile.schemas(file);
        byte[] recorded = StoredFile.bytes("schemas/domain/props/" + name + ".json");
        assertThat(json(schemas.trySchema(name), schemas)).isEqualTo(new String(recorded, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"empty.bim", "all-types.bim", "ecsql/types.bim", "ecsql/bis.bim", "mapping.ecdb"})
    void everyStoredSchemaIsOneObject(String file) {
        SchemaSet schemas = StoredFile.schemas(file);
        for (SchemaDef schema : schemas.schemas()) {
            JsonObject read = (JsonObject) Json.parse(json(schema, schemas));
            assertThat(read.text("name")).isEqualTo(schema.name());
            assertThat(read.object("items").members()).hasSize(schema.items().size());
        }
    }

    @Test
    void valuesOfAttributesHaveTheTypesOfTheirProperties() {
        assertThat(attribute(PrimitiveType.LONG, "9007199254740993")).isEqualTo("9007199254740992");
        assertThat(attribute(PrimitiveType.BOOLEAN, "False")).isEqualTo("false");
        assertThat(attribute(PrimitiveType.DOUBLE, "10000000000")).isEqualTo("10000000000");
        assertThat(attribute(PrimitiveType.DATE_TIME, "637134336001234567")).isEqualTo("\"2020-01-01T00:00:00.123\"");
        assertThat(attribute(PrimitiveType.POINT3D, "1,2,3.25")).isEqualTo("{\"x\":1,\"y\":2,\"z\":3.25}");
        assertThat(attribute(PrimitiveType.BINARY, "AQID")).isEqualTo("{\"0\":1,\"1\":2,\"2\":3}");
        assertThat(attribute(PrimitiveType.STRING, " a <b> ")).isEqualTo("\" a <b> \"");
    }

    @Test
    void aValueThatDoesNotFitItsTypeIsLeftOut() {
        assertThat(attribute(PrimitiveType.INTEGER, "many")).isNull();
        assertThat(attribute(PrimitiveType.BOOLEAN, "perhaps")).isNull();
        assertThat(attribute(PrimitiveType.POINT2D, "1")).isNull();
        assertThat(attribute(PrimitiveType.DATE_TIME, "-1")).isNull();
        assertThat(attribute(PrimitiveType.BINARY, "")).isNull();
    }

    /** The value of a property of an attribute that stands on its own schema; null when it is not told. */
    private static String attribute(PrimitiveType type, String text) {
        ItemName name = new ItemName("S", "A");
        PropertyType propertyType = new PropertyType.Primitive(type, null, ValueLimits.NONE);
        ClassDef attributeClass = new ClassDef(
                "A",
                ECClass.Type.CUSTOM_ATTRIBUTE,
                ECClass.Modifier.NONE,
                null,
                null,
                List.of(),
                List.of(new PropertyDef("P", propertyType, null, null, false, null, null, null, List.of())),
                List.of(),
                null,
                null);
        CustomAttributeXml value =
                new CustomAttributeXml("A", null, "", List.of(new CustomAttributeXml("P", null, text, List.of())));
        SchemaDef schema = new SchemaDef(
                new SchemaKey("S", new SchemaVersion(1, 0, 0)),
                "s",
                null,
                null,
                ECXmlVersion.V3_2,
                List.of(),
                List.of(attributeClass),
                List.of(new CustomAttributeDef(name, value)));
        String json = json(schema, new SchemaSet(List.of(schema)));
        JsonObject written = (JsonObject)
                ((JsonObject) Json.parse(json)).array("customAttributes").get(0);
        return written.get("P") == null ? null : Json.write(written.get("P"));
    }

    private static String json(SchemaDef schema, SchemaSet schemas) {
        JsonWriter json = new JsonWriter();
        SchemaJson.write(schema, schemas, json);
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }
}
