package org.imodel4j.ec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.xml.XmlLimits;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are made to do harm end in an error, and soon. */
@NullUnmarked
class HostileSchemaTest {
    private static final SchemaSet STORED = StoredFile.schemas("empty.bim");
    private static final byte[] GOOD = StoredFile.bytes("schemas/valid/SchUnits.01.00.00.ecschema.xml");

    @TempDir
    Path folder;

    @Test
    void entitiesAreNotExpanded() {
        String bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        assertThat(refused(bomb + schema("")).getMessage()).contains("DTD");
        assertThat(refused("<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + schema(""))
                        .getMessage())
                .contains("DTD");
        assertThat(refused(schema("<ECEntityClass typeName=\"A\" description=\"&b;\"/>"))
                        .getMessage())
                .contains("entity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ECEntityClass", "ECCustomAttributes"})
    void deepNestingIsRefused(String element) {
        String open = '<' + element + '>';
        assertThat(refused(schema(open.repeat(500_000))).getMessage()).contains("nested too deep");
    }

    @Test
    void longNamesAreRefused() {
        String name = "N".repeat(10_000_000);
        assertThat(refused(schema("<ECEntityClass typeName=\"" + name + "\"/>")))
                .hasMessageContaining("typeName");
        assertThat(refused(schema("<" + name + "/>"))).hasMessageContaining("1000 characters");
        assertThat(refused(schema("<ECEntityClass typeName=\"A\" " + name + "=\"\"/>")))
                .hasMessageContaining("1000 characters");
        assertThat(refused(schema("<ECEntityClass typeName=\"A\"><BaseClass>" + name + "</BaseClass></ECEntityClass>"))
                        .getMessage())
                .hasSizeLessThan(1000);
    }

    @Test
    void manyPropertiesAreRead() {
        StringBuilder content = new StringBuilder("<ECStructClass typeName=\"S\">");
        for (int i = 0; i < 100_000; i++) {
            content.append("<ECProperty propertyName=\"P").append(i).append("\" typeName=\"int\"/>");
        }
        content.append("</ECStructClass><ECStructClass typeName=\"T\"><BaseClass>S</BaseClass>"
                + "<ECProperty propertyName=\"P99999\" typeName=\"int\"/></ECStructClass>");
        ClassDef read =
                load(schema(content.toString())).schemas().trySchema("H").tryItem("S", ClassDef.class);
        assertThat(read.properties()).hasSize(100_000);
    }

    @Test
    void manyPropertiesBelowManyClassesEndInAnError() {
        StringBuilder content = new StringBuilder("<ECEntityClass typeName=\"Top\"/>");
        for (int i = 0; i < 300; i++) {
            String base = i == 0 ? "Top" : "C" + (i - 1);
            content.append("<ECEntityClass typeName=\"C")
                    .append(i)
                    .append("\"><BaseClass>")
                    .append(base)
                    .append("</BaseClass>");
            for (int j = 0; j < 700; j++) {
                content.append("<ECProperty propertyName=\"P")
                        .append(i)
                        .append('_')
                        .append(j)
                        .append("\" typeName=\"int\"/>");
            }
            content.append("</ECEntityClass>");
        }
        assertThat(refused(schema(content.toString())).getMessage()).contains("too many properties");
    }

    @Test
    void aChainOfManyClassesEndsInAnErrorWhateverItsOrder() {
        StringBuilder down = new StringBuilder("<ECEntityClass typeName=\"C0\"/>");
        StringBuilder up = new StringBuilder();
        for (int i = 1; i < 20_000; i++) {
            down.append(derived(i, i - 1));
            up.append(derived(20_000 - i, 19_999 - i));
        }
        up.append("<ECEntityClass typeName=\"C0\"/>");
        assertThat(refused(schema(down.toString())).getMessage()).contains("too many");
        assertThat(refused(schema(up.toString())).getMessage()).contains("too many");
        assertThat(refused(schema(up.toString())
                                .replace("ECEntityClass", "ECClass")
                                .replace("alias=", "nameSpacePrefix=")
                                .replace("ECXML.3.2", "ECXML.2.0"))
                        .getMessage())
                .contains("too many");
    }

    private static String derived(int name, int base) {
        return "<ECEntityClass typeName=\"C" + name + "\"><BaseClass>C" + base + "</BaseClass></ECEntityClass>";
    }

    @Test
    void structsInStructsDoNotGrowInCustomAttributes() {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            content.append("<ECStructClass typeName=\"S").append(i).append("\">");
            for (int j = 0; j < 4; j++) {
                content.append("<ECStructProperty propertyName=\"P")
                        .append(j)
                        .append("\" typeName=\"S")
                        .append(i + 1)
                        .append("\"/>");
            }
            content.append("</ECStructClass>");
        }
        content.append(
                "<ECStructClass typeName=\"S40\"/><ECCustomAttributeClass typeName=\"A\">"
                        + "<ECStructProperty propertyName=\"P\" typeName=\"S0\"/></ECCustomAttributeClass>"
                        + "<ECEntityClass typeName=\"E\"><ECCustomAttributes><A xmlns=\"H.01.00.00\"/></ECCustomAttributes></ECEntityClass>");
        assertThat(refused(schema(content.toString())).getMessage()).contains("custom attribute A", "too large");
    }

    @Test
    void unitsInCirclesAreReadButNeverConverted() {
        String units = "<UnitSystem typeName=\"Sys\"/><Phenomenon typeName=\"P\" definition=\"P\"/>"
                + "<Unit typeName=\"A\" phenomenon=\"P\" unitSystem=\"Sys\" definition=\"B*B*B\"/>"
                + "<Unit typeName=\"B\" phenomenon=\"P\" unitSystem=\"Sys\" definition=\"A*A*A\"/>";
        assertThat(load(schema(units)).read()).containsExactly("H");
        String format =
                "<Format typeName=\"F\" type=\"Decimal\" precision=\"1\"><Composite><Unit>A</Unit><Unit>B</Unit></Composite></Format>";
        assertThat(refused(schema(units + format)).getMessage()).contains("large to small");
    }

    @Test
    void aDocumentThatEndsAnywhereIsReadOrRefused() {
        for (int length = 0; length < GOOD.length; length += 7) {
            byte[] part = Arrays.copyOf(GOOD, length);
            assertThat(refused(new String(part, StandardCharsets.UTF_8)).errorNumber())
                    .isEqualTo(Status.BE_SQLITE_ERROR.number());
        }
    }

    @Test
    void changedBytesAreReadOrRefused() throws IOException {
        Random random = new Random(20_230_614);
        for (int i = 0; i < 600; i++) {
            byte[] bytes = GOOD.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("F.ecschema.xml"), bytes);
            readOrRefused(new SchemaInput.File(file), "change " + i);
        }
    }

    @Test
    void anyBytesAreRefused() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            Path file = Files.write(folder.resolve("F.ecschema.xml"), bytes);
            readOrRefused(new SchemaInput.File(file), "bytes " + i);
        }
    }

    @Test
    void largeDocumentsAreRefusedBeforeTheyAreRead() {
        SchemaLimits small = new SchemaLimits(new XmlLimits(1000, 10, 100, 10, 100), 50, 3, 5, 1000, 100);
        SchemaLoader loader = new SchemaLoader(List.of(), small);
        SchemaInput input = new SchemaInput.Text("large", schema(" ".repeat(1000)));
        IModelException failure = catchThrowableOfType(IModelException.class, () -> loader.load(List.of(input)));
        assertThat(failure.getMessage()).contains("larger than 1000");
    }

    private static void readOrRefused(SchemaInput input, String what) {
        try {
            BrokenSchema.loader(STORED).load(List.of(input));
        } catch (IModelException refused) {
            assertThat(refused.errorNumber()).as(what).isIn(1, 318767114);
        }
    }

    private static LoadedSchemas load(String xml) {
        return BrokenSchema.loader(STORED).load(List.of(new SchemaInput.Text("hostile", xml)));
    }

    private static IModelException refused(String xml) {
        return catchThrowableOfType(IModelException.class, () -> load(xml));
    }

    private static String schema(String content) {
        return SchemaLoaderTest.schema("H", "01.00.00", content).substring(SchemaLoaderTest.DECLARATION.length());
    }
}
