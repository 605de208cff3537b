package org.imodel4j.ec.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.SchemaDef;
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
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ECSchema schemaName=\"" + name + "\" alias=\""
                + name.toLowerCase(java.util.Locale.ROOT) + "\" version=\"" + version
                + "\" xmlns=\"http://www.bentley.com/schemas/Bentley.ECXML.3.2\">" + content + "</ECSchema>\n";
    }

    private static String reference(String name, String version) {
        return "<ECSchemaReference name=\"" + name + "\" version=\"" + version + "\" alias=\"" + name + "\"/>";
    }
}
