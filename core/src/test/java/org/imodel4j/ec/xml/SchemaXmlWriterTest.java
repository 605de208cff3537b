package org.imodel4j.ec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.EnumerationDef.EnumeratorDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaKey;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class SchemaXmlWriterTest {
    @ParameterizedTest
    @CsvSource({
        "all-types.bim, AllTypes",
        "building.bim, Bldg",
        "ecsql/types.bim, EcsqlTypes",
        "perf/small.bim, PerfDomain"
    })
    void anExportHasTheBytesOfTheReference(String file, String name) throws IOException {
        SchemaDef schema = StoredFile.schemas(file).trySchema(name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SchemaXmlWriter.write(schema, SchemaXmlWriter.exportVersion(schema), out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(text("schemas/domain/exported/" + SchemaXmlWriter.fileName(schema)));
    }

    @ParameterizedTest
    @CsvSource({"empty.bim", "all-types.bim", "ecsql/types.bim", "ecsql/plain.ecdb", "mapping.ecdb"})
    void everyStoredSchemaCanBeWrittenInTheVersionsThatCanHoldIt(String file) {
        SchemaSet schemas = StoredFile.schemas(file);
        for (SchemaDef schema : schemas.schemas()) {
            for (ECXmlVersion version : List.of(ECXmlVersion.V3_0, ECXmlVersion.V3_1, ECXmlVersion.V3_2)) {
                assertThat(SchemaXmlWriter.toXml(schema, version))
                        .contains("Bentley.ECXML." + version)
                        .endsWith(">\n");
            }
        }
    }

    @Test
    void anEmptyTextOfAnEnumeratorIsKept() {
        SchemaDef schema = schema(new EnumerationDef(
                "E",
                null,
                null,
                PrimitiveType.STRING,
                true,
                List.of(new EnumeratorDef("Empty", null, "", null, null))));
        assertThat(SchemaXmlWriter.toXml(schema)).contains("<ECEnumerator name=\"Empty\" value=\"\"/>");
    }

    @Test
    void aSchemaOf31StaysThatUnlessSomethingWouldBeLost() {
        SchemaDef nameable = schema(quantity("f:DefaultRealU(4)[u:FT]", "f:AmerFI[u:FT][u:IN]"));
        assertThat(SchemaXmlWriter.exportVersion(nameable)).isEqualTo(ECXmlVersion.V3_1);
        assertThat(SchemaXmlWriter.toXml(nameable))
                .contains("persistenceUnit=\"CUB.M/SEC\"", "presentationUnits=\"FT(real4u);FT(fi8)\"")
                .doesNotContain("name=\"Units\"");
        SchemaDef labelled = schema(quantity("f:DefaultRealU(4)[u:FT|feet]"));
        assertThat(SchemaXmlWriter.exportVersion(labelled)).isEqualTo(ECXmlVersion.V3_2);
        assertThat(SchemaXmlWriter.toXml(labelled)).contains("presentationUnits=\"f:DefaultRealU(4)[u:FT|feet]\"");
        SchemaDef named = schema(new EnumerationDef(
                "E", null, null, PrimitiveType.INTEGER, true, List.of(new EnumeratorDef("One", 1, null, null, null))));
        assertThat(SchemaXmlWriter.exportVersion(named)).isEqualTo(ECXmlVersion.V3_2);
        SchemaDef unnamed = schema(new EnumerationDef(
                "E", null, null, PrimitiveType.INTEGER, true, List.of(new EnumeratorDef("E1", 1, null, null, null))));
        assertThat(SchemaXmlWriter.exportVersion(unnamed)).isEqualTo(ECXmlVersion.V3_1);
    }

    @Test
    void versionTwoHasFlagsForKindsOfClasses() {
        SchemaDef schema = schema(new ClassDef(
                "S",
                ECClass.Type.STRUCT,
                ECClass.Modifier.NONE,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null));
        assertThat(SchemaXmlWriter.toXml(schema, ECXmlVersion.V2_0))
                .contains(
                        "<ECSchemaReference name=\"BisCore\" version=\"01.25\" prefix=\"bis\"/>",
                        "<ECClass typeName=\"S\" isStruct=\"true\" isCustomAttributeClass=\"false\""
                                + " isDomainClass=\"false\"/>");
        assertThatThrownBy(() -> SchemaXmlWriter.toXml(schema(quantity()), ECXmlVersion.V2_0))
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(Status.BAD_SCHEMA.number()));
    }

    @Test
    void charactersThatAReaderWouldChangeAreEscaped() {
        String odd = "tab\tcr\rnl\nquote\"apos'<&>";
        CustomAttributeXml value =
                new CustomAttributeXml("A", null, "", List.of(new CustomAttributeXml("T", null, odd, List.of())));
        SchemaDef schema = new SchemaDef(
                new SchemaKey("S", new SchemaVersion(1, 0, 0)),
                "s",
                null,
                odd,
                ECXmlVersion.V3_2,
                List.of(),
                List.of(),
                List.of(new CustomAttributeDef(new ItemName("S", "A"), value)));
        assertThat(SchemaXmlWriter.toXml(schema))
                .contains(
                        "description=\"tab&#9;cr&#13;nl&#10;quote&quot;apos'&lt;&amp;&gt;\"",
                        "            <T>tab\tcr&#13;nl\nquote&quot;apos'&lt;&amp;&gt;</T>\n");
    }

    @Test
    void aSchemaThatIsNotReferredToIsTold() {
        SchemaDef schema = schema(new ClassDef(
                "C",
                ECClass.Type.ENTITY,
                ECClass.Modifier.NONE,
                null,
                null,
                List.of(new ItemName("Other", "Base")),
                List.of(),
                List.of(),
                null,
                null));
        assertThatThrownBy(() -> SchemaXmlWriter.toXml(schema))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("Other:Base");
    }

    @Test
    void aFailingStreamEndsTheWriting() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        assertThatThrownBy(() -> SchemaXmlWriter.write(schema(), ECXmlVersion.V3_2, broken))
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(Status.WRITE_ERROR.number()));
    }

    private static KindOfQuantityDef quantity(String... formats) {
        return new KindOfQuantityDef("Q", null, null, "u:CUB_M_PER_SEC", 0.1, List.of(formats));
    }

    private static SchemaDef schema(ItemDef... items) {
        return new SchemaDef(
                new SchemaKey("S", new SchemaVersion(1, 0, 0)),
                "s",
                null,
                null,
                ECXmlVersion.V3_1,
                List.of(
                        new SchemaReference("BisCore", new SchemaVersion(1, 0, 25), "bis"),
                        new SchemaReference("Units", new SchemaVersion(1, 0, 9), "u"),
                        new SchemaReference("Formats", new SchemaVersion(1, 0, 0), "f")),
                List.of(items),
                List.of());
    }

    private static String text(String fixture) {
        return new String(StoredFile.bytes(fixture), StandardCharsets.UTF_8);
    }
}
