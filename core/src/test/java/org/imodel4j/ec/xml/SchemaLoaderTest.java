package org.imodel4j.ec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class SchemaLoaderTest {
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final SchemaSet EMPTY = StoredFile.schemas("empty.bim");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "valid/SchCustomAttributes.01.00.00, exported/SchCustomAttributes.01.00.00",
        "valid/SchEnums31.01.00, exported/SchEnums31.01.00.00",
        "valid/SchMapping.01.00.00, exported/SchMapping.01.00.00",
        "valid/SchMixins.01.00.00, exported/SchMixins.01.00.00",
        "valid/SchPrimitives.01.00.00, exported/SchPrimitives.01.00.00",
        "valid/SchStructs.01.02.03, exported/SchStructs.01.02.03",
        "valid/SchThreeOh.01.02, exported/SchThreeOh.01.00.02",
        "valid/SchThreeOh.01.02, converted/SchThreeOh.01.00.02",
        "valid/SchTwoA.01.00.02, exported/SchTwoA.01.00.02",
        "valid/SchTwoB.01.00.00, exported/SchTwoB.01.00.00",
        "valid/SchUnits.01.00.00, exported/SchUnits.01.00.00",
        "domain/AllTypes.01.00.00, domain/exported/AllTypes.01.00.00",
        "domain/Bldg.01.00.00, domain/exported/Bldg.01.00.00",
        "domain/EcsqlTypes.1.0, domain/exported/EcsqlTypes.01.00.00",
        "domain/PerfDomain, domain/exported/PerfDomain.01.00.00"
    })
    void aSchemaThatIsReadAndWrittenIsWhatTheReferenceStores(String file, String exported) {
        LoadedSchemas loaded = load(new SchemaInput.File(fixture(file)));
        SchemaDef read = schemaOf(loaded, file);
        SchemaDef stored = BrokenSchemasTest.asStored(read, loaded.schemas());
        assertThat(SchemaXmlWriter.toXml(stored, SchemaXmlWriter.exportVersion(stored)))
                .isEqualTo(text(exported));
    }

    @ParameterizedTest
    @CsvSource({"valid/SchEnums.01.00.00", "valid/SchRels.01.00.00", "domain/Mapping.01.00.00", "domain/Plain.1.0"})
    void theOtherSchemasOfTheFixturesAreReadToo(String file) {
        assertThat(load(new SchemaInput.File(fixture(file))).read()).hasSize(1);
    }

    @Test
    void whatIsReferredToComesFirstWhateverTheOrderOfTheList() {
        SchemaInput a = new SchemaInput.File(fixture("valid/SchTwoA.01.00.02"));
        SchemaInput b = new SchemaInput.File(fixture("valid/SchTwoB.01.00.00"));
        for (List<SchemaInput> order : List.of(List.of(a, b), List.of(b, a), List.of(b))) {
            assertThat(BrokenSchema.loader(EMPTY).load(order).read()).containsExactly("SchTwoA", "SchTwoB");
        }
    }

    @Test
    void theNewestFileOfAllFoldersIsTaken() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("A.01.00.01.ecschema.xml"), schema("A", "01.00.01", ""));
        Files.writeString(other.resolve("a.ECSchema.xml"), schema("A", "01.00.07", ""));
        Files.writeString(other.resolve("A.01.01.00.ecschema.xml"), schema("A", "01.01.00", ""));
        Path b = Files.writeString(
                folder.resolve("B.ecschema.xml"), schema("B", "01.00.00", reference("A", "01.00.00")));
        SchemaLoader loader = new SchemaLoader(List.of(new SchemaSource.Folders(List.of(other))), SchemaLimits.USUAL);
        assertThat(loader.load(List.of(new SchemaInput.File(b)))
                        .schemas()
                        .trySchema("A")
                        .version())
                .as("the folder of the file itself comes first")
                .isEqualTo(new SchemaVersion(1, 0, 1));
        SchemaInput text = new SchemaInput.Text("text", Files.readString(b));
        assertThat(loader.load(List.of(text)).schemas().trySchema("A").version())
                .isEqualTo(new SchemaVersion(1, 0, 7));
    }

    @Test
    void ofTwoVersionsInTheListTheLowerOneIsReadUnlessTheOtherIsNeeded() {
        SchemaInput old = new SchemaInput.Text("old", schema("A", "01.00.00", ""));
        SchemaInput late = new SchemaInput.Text("late", schema("A", "01.00.03", ""));
        SchemaInput user = new SchemaInput.Text("user", schema("B", "01.00.00", reference("A", "01.00.02")));
        assertThat(load(late, old).schemas().trySchema("A").version()).isEqualTo(new SchemaVersion(1, 0, 0));
        assertThat(load(old, late).schemas().trySchema("A").version()).isEqualTo(new SchemaVersion(1, 0, 0));
        IModelException failure = catchThrowableOfType(IModelException.class, () -> load(old, user));
        assertThat(failure.getMessage()).contains("A.01.00.02 is needed", "A.01.00.00");
    }

    @Test
    void aLackTellsWhereWasLooked() {
        SchemaInput input = new SchemaInput.Text("mine", schema("B", "01.00.00", reference("Nowhere", "01.00.02")));
        SchemaLoader loader = new SchemaLoader(List.of(new SchemaSource.Folders(List.of(folder))), SchemaLimits.USUAL);
        IModelException failure = catchThrowableOfType(IModelException.class, () -> loader.load(List.of(input)));
        assertThat(failure.getMessage()).contains("mine", "line=2:", "Nowhere.01.00.02", folder.toString());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "UTF-16LE, UTF-16", "UTF-16BE, UTF-16", "ISO-8859-1, iso-8859-1", "UTF-8, utf-16"})
    void encodingsAreFoundOut(String charset, String declared) throws IOException {
        String xml = schema("A", "01.00.00", "<ECEntityClass typeName=\"C\" description=\"\u00E4\"/>")
                .replace("UTF-8", declared)
                .replace("\n", "\r\n");
        for (String mark : charset.startsWith("UTF") ? List.of("", "\uFEFF") : List.of("")) {
            byte[] bytes = (mark + xml).getBytes(Charset.forName(charset));
            Path file = Files.write(folder.resolve("A.ecschema.xml"), bytes);
            SchemaDef schema = load(new SchemaInput.File(file)).schemas().trySchema("A");
            assertThat(schema.items(ClassDef.class).get(0).description()).isEqualTo("\u00E4");
        }
    }

    @Test
    void namesOfSchemasOldUnitsAndOldFormatsAreFoundWithoutCase() {
        String xml = schema(
                        "A",
                        "01.00.00",
                        reference("biscORE", "01.00.25")
                                + "<KindOfQuantity typeName=\"Q\" persistenceUnit=\"m\" relativeError=\"1\""
                                + " presentationUnits=\"ft(REAL4U);Sq.M(real)\"/>")
                .replace("ECXML.3.2", "ECXML.3.1");
        SchemaDef read = load(new SchemaInput.Text("text", xml)).schemas().trySchema("A");
        assertThat(read.references()).extracting(SchemaReference::name).containsExactly("BisCore", "Units", "Formats");
        KindOfQuantityDef quantity = read.items(KindOfQuantityDef.class).get(0);
        assertThat(quantity.persistenceUnit()).isEqualTo("u:M");
        assertThat(quantity.presentationFormats())
                .as("what does not fit the persistence unit is dropped")
                .containsExactly("f:DefaultRealU(4)[u:FT]");
    }

    @Test
    void aFileWithItsVersionInItsNameWillDoForAnyMinorVersion() throws IOException {
        Path user = Files.writeString(
                folder.resolve("B.ecschema.xml"), schema("B", "01.00.00", reference("A", "01.00.09")));
        Path plain = Files.writeString(folder.resolve("A.ecschema.xml"), schema("A", "01.00.02", ""));
        SchemaInput input = new SchemaInput.File(user);
        assertThat(catchThrowableOfType(IModelException.class, () -> load(input)))
                .isNotNull();
        Files.move(plain, folder.resolve("A.01.00.02.ecschema.xml"));
        assertThat(load(input).read()).containsExactly("A", "B");
    }

    @Test
    void aReferenceHasAVersionAndACustomAttributeNoNamespaceButThatOfASchema() {
        String old = schema("A", "01.00.00", reference("BisCore", "")).replace("ECXML.3.2", "ECXML.3.1");
        assertThat(catchThrowableOfType(IModelException.class, () -> load(new SchemaInput.Text("old", old))))
                .hasMessageContaining("version");
        String attribute = schema(
                "A",
                "01.00.00",
                reference("CoreCustomAttributes", "01.00.04") + "<ECCustomAttributes><DynamicSchema"
                        + " xmlns=\"http://www.bentley.com/schemas/Bentley.ECXML.3.2\"/></ECCustomAttributes>");
        assertThat(catchThrowableOfType(IModelException.class, () -> load(new SchemaInput.Text("new", attribute))))
                .hasMessageContaining("DynamicSchema");
    }

    @Test
    void unitsAndFormatsOfAQuantityAreSpeltAsTheSchemaRefersToThem() {
        String xml = schema(
                "A",
                "01.00.00",
                reference("Units", "01.00.00").replace("alias=\"Units\"", "alias=\"un\"")
                        + "<Format typeName=\"Own\" type=\"Decimal\" precision=\"3\"/>"
                        + "<KindOfQuantity typeName=\"Q\" persistenceUnit=\"UN:m\" relativeError=\"1\""
                        + " presentationUnits=\"a:oWN(2)[Un:ft|Feet: A];OWN[UN:M]\"/>");
        KindOfQuantityDef quantity = load(new SchemaInput.Text("text", xml))
                .schemas()
                .trySchema("A")
                .items(KindOfQuantityDef.class)
                .get(0);
        assertThat(quantity.persistenceUnit()).isEqualTo("un:M");
        assertThat(quantity.presentationFormats()).containsExactly("Own(2)[un:FT|Feet: A]", "Own[un:M]");
    }

    @Test
    void aSupplementBringsAttributesAndIsNoSchemaOfItsOwn() throws IOException {
        String hidden =
                "<ECCustomAttributes><HiddenClass xmlns=\"CoreCustomAttributes.01.00.04\"><Show>%s</Show></HiddenClass>"
                        + "</ECCustomAttributes>";
        String core = reference("CoreCustomAttributes", "01.00.04");
        Path primary = Files.writeString(
                folder.resolve("P.01.00.00.ecschema.xml"),
                schema("P", "01.00.00", "<ECEntityClass typeName=\"C\"/><ECEntityClass typeName=\"D\"/>"));
        for (int precedence : new int[] {100, 250, 240}) {
            String name = "P_Supplemental_S" + precedence;
            String about =
                    "<ECCustomAttributes><SupplementalSchema xmlns=\"CoreCustomAttributes.01.00.04\"><PrimarySchemaReference>"
                            + "<SchemaName>P</SchemaName><MajorVersion>1</MajorVersion><MinorVersion>0</MinorVersion></PrimarySchemaReference>"
                            + "<Precedence>" + precedence + "</Precedence></SupplementalSchema></ECCustomAttributes>";
            String content = core + about + "<ECEntityClass typeName=\"C\">"
                    + String.format(Locale.ROOT, hidden, precedence == 250) + "</ECEntityClass>";
            Files.writeString(folder.resolve(name + ".01.00.00.ecschema.xml"), schema(name, "01.00.00", content));
        }
        LoadedSchemas loaded = load(new SchemaInput.File(primary));
        assertThat(loaded.read()).containsExactly("P");
        SchemaDef merged = loaded.schemas().trySchema("P");
        assertThat(merged.references()).extracting(SchemaReference::name).containsExactly("CoreCustomAttributes");
        assertThat(merged.tryItem("C", ClassDef.class).customAttributes())
                .extracting(attribute -> attribute.value().childText("Show"))
                .containsExactly("True");
        assertThat(merged.tryItem("D", ClassDef.class).customAttributes()).isEmpty();
    }

    private static LoadedSchemas load(SchemaInput... inputs) {
        return BrokenSchema.loader(EMPTY).load(List.of(inputs));
    }

    private static SchemaDef schemaOf(LoadedSchemas loaded, String file) {
        String name = file.substring(file.indexOf('/') + 1);
        int dot = name.indexOf('.');
        return loaded.schemas().trySchema(dot < 0 ? name : name.substring(0, dot));
    }

    private static Path fixture(String name) {
        return Path.of(System.getProperty("imodel4j.fixtures"), "schemas", name + ".ecschema.xml");
    }

    private static String text(String name) {
        return new String(StoredFile.bytes("schemas/" + name + ".ecschema.xml"), StandardCharsets.UTF_8);
    }

    static String schema(String name, String version, String content) {
        return DECLARATION + "<ECSchema schemaName=\"" + name + "\" alias=\""
                + name.toLowerCase(Locale.ROOT) + "\" version=\"" + version
                + "\" xmlns=\"http://www.bentley.com/schemas/Bentley.ECXML.3.2\">" + content + "</ECSchema>\n";
    }

    private static String reference(String name, String version) {
        return "<ECSchemaReference name=\"" + name + "\" version=\"" + version + "\" alias=\"" + name + "\"/>";
    }
}
