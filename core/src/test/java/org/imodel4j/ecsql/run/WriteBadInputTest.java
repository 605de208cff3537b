package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Objects;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments and statements that do not fit, are too large, or are no text at all. */
class WriteBadInputTest {
    @TempDir
    private Path folder;

    private WritableCopy copy() {
        return WritableCopy.of("ecsql-write/write-types.ecdb", folder);
    }

    private static void assertRefused(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                        .isEqualTo(1));
    }

    @Test
    void argumentsOfTheWrongKindAreRefusedWhenTheyAreBound() {
        try (WritableCopy copy = copy();
                ECSqlWrite insert =
                        copy.connection().prepare("INSERT INTO wt.Everything(P2,St,Ss,Dt,Uuid) VALUES(?,?,?,?,?)")) {
            assertRefused(() -> insert.bindText(1, "text"));
            assertRefused(() -> insert.bindLong(1, 1));
            assertRefused(() -> insert.bindDouble(2, 1));
            assertRefused(() -> insert.bind(1, new QueryArgument.OfPoint3d(1, 2, 3)));
            assertRefused(() -> insert.bind(2, new QueryArgument.OfStruct((JsonObject) Json.parse("{\"Nope\":1}"))));
            assertRefused(() -> insert.bind(2, new QueryArgument.OfStruct((JsonObject) Json.parse("{\"In\":1}"))));
            assertRefused(() ->
                    insert.bind(2, new QueryArgument.OfStruct((JsonObject) Json.parse("{\"P3\":{\"x\":1,\"y\":2}}"))));
            assertRefused(() -> insert.bind(3, new QueryArgument.OfArray((JsonArray) Json.parse("[{\"a\":1}]"))));
            assertRefused(() -> insert.bindText(4, "yesterday"));
            assertRefused(() -> insert.bindText(5, "no guid"));
            assertThat(insert.step().isDone()).as("nothing of it was bound").isTrue();
        }
    }

    @Test
    void argumentsForParametersThatDoNotExistAreRefused() {
        try (WritableCopy copy = copy();
                ECSqlWrite insert = copy.connection().prepare("INSERT INTO wt.Everything(S) VALUES(:s)")) {
            assertRefused(() -> insert.bindText(2, "x"));
            assertRefused(() -> insert.bindText(0, "x"));
            assertRefused(() -> insert.bindText(-1, "x"));
            assertRefused(() -> insert.bind("t", QueryArgument.of("x")));
            assertRefused(() -> insert.bind(QueryArguments.of(QueryArgument.of("x"), QueryArgument.of("y"))));
        }
    }

    @Test
    void missingArgumentsAreNull() {
        try (WritableCopy copy = copy()) {
            assertThat(copy.write("INSERT INTO wt.Everything(S,I) VALUES(?,?)").isDone())
                    .isTrue();
            assertThat(copy.write("INSERT INTO wt.Strict(K) VALUES(?)").statusName())
                    .isEqualTo("BE_SQLITE_CONSTRAINT_NOTNULL");
        }
    }

    @Test
    void numbersThatAreNotFiniteBecomeNull() {
        try (WritableCopy copy = copy()) {
            for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                copy.write("INSERT INTO wt.Everything(S,D) VALUES('d',?)", QueryArgument.of(value));
            }
            assertThat(copy.text("SELECT COUNT(*) FROM wt.Everything WHERE S='d' AND D IS NULL"))
                    .isEqualTo("[{\"COUNT(*)\":3}]");
        }
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() {
        try (WritableCopy copy = copy()) {
            copy.write(
                    "UPDATE wt.Everything SET S=? WHERE ECInstanceId=1",
                    QueryArgument.of("a\uD83Db\uDE00c\uD83D\uDE00"));
            assertThat(copy.text("SELECT S FROM wt.Everything WHERE ECInstanceId=1"))
                    .isEqualTo("[{\"S\":\"a\uFFFDb\uFFFDc\uD83D\uDE00\"}]");
        }
    }

    @Test
    void aGiantTextIsStored() {
        String giant = "x".repeat(20_000_000);
        try (WritableCopy copy = copy()) {
            assertThat(copy.write("UPDATE wt.Everything SET S=? WHERE ECInstanceId=1", QueryArgument.of(giant))
                            .isDone())
                    .isTrue();
            assertThat(copy.text("SELECT length(S) n FROM wt.Everything WHERE ECInstanceId=1"))
                    .isEqualTo("[{\"n\":20000000}]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INSERT",
                "INSERT INTO",
                "INSERT INTO wt.Everything",
                "INSERT INTO wt.Everything()VALUES()",
                "UPDATE wt.Everything",
                "DELETE wt.Everything",
                "DELETE FROM wt.Everything WHERE",
                "DELETE FROM wt.Everything; DELETE FROM wt.Root",
                "DELETE FROM sqlite_master",
                "SELECT 1",
                "PRAGMA ecdb_ver",
                "UPDATE wt.Everything SET S=(SELECT S FROM wt.Leaf)",
                "UPDATE wt.Everything SET S=nope(1)",
                "INSERT INTO wt.Everything(S) VALUES(S)",
                "INSERT INTO wt.Everything(I) VALUES(I+1)",
                "UPDATE wt.Leaf SET Code=(SELECT Code FROM wt.Leaf l WHERE l.B=Leaf.B)"
            })
    void textsThatCanNotBeWrittenAreRefused(String ecsql) {
        try (WritableCopy copy = copy()) {
            assertRefused(() -> copy.connection().prepare(ecsql));
            assertThat(copy.connection().reader().statements().leased()).isZero();
        }
    }

    @Test
    void deepNestingEndsInAFailureOfTheStatement() {
        String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);
        try (WritableCopy copy = copy()) {
            assertRefused(() -> copy.connection().prepare("UPDATE wt.Everything SET I=" + deep));
            assertRefused(() -> copy.connection().prepare("DELETE FROM wt.Everything WHERE I=" + deep));
        }
    }

    @Test
    void thousandsOfValuesInOneConditionWork() {
        StringBuilder list = new StringBuilder("1");
        for (int i = 2; i < 5000; i++) {
            list.append(',').append(i);
        }
        try (WritableCopy copy = copy()) {
            copy.write("DELETE FROM wt.Leaf WHERE A='a' AND ECInstanceId IN (" + list + ')');
            assertThat(copy.text("SELECT COUNT(*) FROM wt.Leaf")).isEqualTo("[{\"COUNT(*)\":0}]");
        }
    }

    @Test
    void aConnectionThatReadsRefusesToWriteAfterItHasCompiled() {
        Path file;
        try (WritableCopy copy = copy()) {
            file = copy.file();
        }
        try (ECSchemas schemas = new ECSchemas(() -> SqliteDrivers.best().open(OpenRequest.readOnly(file)));
                ReadConnection reader =
                        new ECSqlEngine(schemas).connect(SqliteDrivers.best().open(OpenRequest.readOnly(file)))) {
            assertThatThrownBy(() -> reader.compile("DELETE FROM wt.Leaf", Door.STATEMENT))
                    .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.text())
                            .isEqualTo("Cannot modify EC data in a file opened in read-only mode"));
            assertThatThrownBy(() -> reader.compile("DELETE FROM wt.Nope", Door.STATEMENT))
                    .isInstanceOfSatisfying(
                            IModelException.class, failure -> assertThat(Objects.requireNonNull(failure.text()))
                                    .contains("does not exist"));
        }
    }
}
