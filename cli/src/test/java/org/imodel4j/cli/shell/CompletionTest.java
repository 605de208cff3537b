package org.imodel4j.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ecsql.functions.ECSqlFunctions;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
    @TempDir
    private Path dir;

    private OpenFile file;

    @BeforeEach
    void open() {
        file = OpenFile.open(Fixtures.copy("ecsql/types.bim", dir));
    }

    @AfterEach
    void close() {
        file.close();
    }

    /** The values that are offered where the bar stands. */
    private List<String> at(String text) {
        int cursor = text.indexOf('|');
        return new Completion(file)
                .at(text.substring(0, cursor) + text.substring(cursor + 1), cursor).stream()
                        .map(Suggestion::value)
                        .toList();
    }

    @Test
    void statementsBeginWithAKeyword() {
        assertThat(at("|")).containsExactly("SELECT", "WITH", "VALUES", "PRAGMA");
        assertThat(at("SELECT 1; s|")).containsExactly("select");
    }

    @Test
    void schemasAndTheirClassesFollowFromAndJoin() {
        assertThat(at("SELECT * FROM b|")).contains("bis.", "BisCore.").doesNotContain("BETWEEN");
        assertThat(at("SELECT * FROM bis.GeometricElement2d|"))
                .contains("bis.GeometricElement2d", "bis.GeometricElement2dIsInCategory");
        assertThat(at("SELECT * FROM BisCore:sub|")).contains("BisCore:SubCategory", "BisCore:Subject");
        assertThat(at("SELECT * FROM bis.Element e JOIN ONLY et.ThingW|"))
                .containsExactly("et.ThingWide", "et.ThingWideSub");
        assertThat(at("SELECT * FROM bis.Element e, |")).contains("et.").doesNotContain("CodeValue");
        assertThat(at("SELECT * FROM et.|")).contains("et.Thing").doesNotContain("et.Inner");
    }

    @Test
    void propertiesAreThoseOfTheClassesBehindFrom() {
        assertThat(at("SELECT | FROM et.Thing"))
                .startsWith("ECInstanceId", "ECClassId")
                .contains("P3", "Owner", "Thing");
        assertThat(at("SELECT Code| FROM bis.Element")).containsExactly("CodeSpec", "CodeScope", "CodeValue");
        assertThat(at("SELECT x FROM et.Thing WHERE DtU|")).containsExactly("DtUtc", "DtUnspec");
        assertThat(at("SELECT Source| FROM bis.ElementRefersToElements"))
                .containsExactly("SourceECInstanceId", "SourceECClassId");
    }

    @Test
    void aliasesLeadToTheirProperties() {
        String from = " FROM ONLY et.Thing t, bis.Element AS [e x] JOIN bis.Model m ON m.ECInstanceId=t.Model.Id";
        assertThat(at("SELECT t.P|" + from))
                .containsExactly("t.Parent", "t.Pitch", "t.PhysicalMaterial", "t.P2", "t.P3");
        assertThat(at("SELECT t.P3.|" + from)).containsExactly("t.P3.X", "t.P3.Y", "t.P3.Z");
        assertThat(at("SELECT t.Model.|" + from)).containsExactly("t.Model.Id", "t.Model.RelECClassId");
        assertThat(at("SELECT t.St.In.P|" + from)).containsExactly("t.St.In.Pt");
        assertThat(at("SELECT m.Mod|" + from)).containsExactly("m.ModeledElement");
        assertThat(at("SELECT m|" + from)).contains("m", "max(", "match");
        assertThat(at("SELECT nobody.|" + from)).isEmpty();
    }

    @Test
    void functionsAndKeywordsAreSpelledAsTheUserTypes() {
        assertThat(at("SELECT coa|")).containsExactly("coalesce(");
        assertThat(at("SELECT COA|")).containsExactly("COALESCE(");
        assertThat(at("SELECT idto|")).containsExactly("IdToHex(");
        assertThat(at("SELECT 1 FROM bis.Element wher|")).containsExactly("where");
    }

    @Test
    void stringsAndRemarksAreLeftAlone() {
        assertThat(at("SELECT 'bis.|")).isEmpty();
        assertThat(at("SELECT /* bis.|")).isEmpty();
    }

    @Test
    void dotCommandsCompleteTheirArguments() {
        assertThat(at(".|")).contains(".help", ".schema", ".quit");
        assertThat(at(".f|")).containsExactly(".format");
        assertThat(at(".format j|")).containsExactly("json", "jsonl");
        assertThat(at(".valueformat |")).containsExactly("js", "ecsql", "index");
        assertThat(at(".timer o|")).containsExactly("on", "off");
        assertThat(at(".schema et.In|")).containsExactly("et.Inner");
        assertThat(at(".explain SELECT P3.| FROM et.Thing")).containsExactly("P3.X", "P3.Y", "P3.Z");
        assertThat(at(".explain SELECT I FROM et.ThingM|")).containsExactly("et.ThingMulti");
        assertThat(at(".read |")).isEmpty();
    }

    @Test
    void everyFunctionThatIsOfferedExists() {
        List<String> known = file.read(connection -> {
            ECSqlFunctions.register(connection.database(), file.schemas());
            List<String> names = new java.util.ArrayList<>();
            try (SqliteStatement row =
                    connection.database().prepare("SELECT DISTINCT lower(name) FROM pragma_function_list")) {
                while (row.step()) {
                    names.add(String.valueOf(row.columnText(0)));
                }
            }
            return names;
        });
        assertThat(FunctionNames.ALL.stream()
                        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                        .toList())
                .isSubsetOf(known);
    }
}
