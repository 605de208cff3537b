package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What statements that write do beside the recorded ones: reuse, several tables, values of all kinds. */
class WriteStatementTest {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private WritableCopy types;

    @BeforeEach
    void open() {
        types = WritableCopy.of("ecsql-write/write-types.ecdb", folder);
    }

    @AfterEach
    void close() {
        types.close();
    }

    private static QueryArgument array(String json) {
        return new QueryArgument.OfArray((JsonArray) Json.parse(json));
    }

    private static QueryArgument struct(String json) {
        return new QueryArgument.OfStruct((JsonObject) Json.parse(json));
    }

    @Test
    void aPreparedStatementRunsAgainWithNewArguments() {
        try (ECSqlWrite insert = types.connection().prepare("INSERT INTO wt.Everything(S,I,D) VALUES(?,?,?)")) {
            for (int i = 0; i < 3; i++) {
                WriteResult result = insert.bindText(1, "n" + i)
                        .bindLong(2, i)
                        .bindDouble(3, i + 0.5)
                        .step();
                assertThat(result.isDone()).isTrue();
                assertThat(result.id()).isEqualTo(16 + i);
            }
        }
        assertThat(types.text("SELECT S,I,D FROM wt.Everything WHERE S LIKE 'n%' ORDER BY I"))
                .isEqualTo(
                        "[{\"S\":\"n0\",\"I\":0,\"D\":0.5},{\"S\":\"n1\",\"I\":1,\"D\":1.5},{\"S\":\"n2\",\"I\":2,\"D\":2.5}]");
    }

    @Test
    void argumentsStayUntilTheyAreCleared() {
        try (ECSqlWrite insert = types.connection().prepare("INSERT INTO wt.Everything(S,I) VALUES(:s,:i)")) {
            insert.bind("s", QueryArgument.of("kept"))
                    .bind("i", QueryArgument.of(1))
                    .step();
            insert.bind("i", QueryArgument.of(2)).step();
            insert.clearBindings().step();
        }
        assertThat(types.text("SELECT S,I FROM wt.Everything WHERE ECInstanceId>15 ORDER BY ECInstanceId"))
                .isEqualTo("[{\"S\":\"kept\",\"I\":1},{\"S\":\"kept\",\"I\":2},{}]");
    }

    @Test
    void aStatementIsUsableAfterABreachOfAConstraint() {
        try (ECSqlWrite insert = types.connection().prepare("INSERT INTO wt.Strict(K,V) VALUES(?,1)")) {
            WriteResult breach = insert.bindText(1, "K1").step();
            assertThat(breach.statusName()).isEqualTo("BE_SQLITE_CONSTRAINT_UNIQUE");
            assertThat(breach.id()).isZero();
            assertThatThrownBy(breach::orThrow)
                    .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                            .isEqualTo(Status.BE_SQLITE_CONSTRAINT_UNIQUE.number()));
            WriteResult next = insert.bindText(1, "k9").step();
            assertThat(next.isDone()).isTrue();
            assertThat(next.id()).as("the number of the failed one is used up").isEqualTo(17);
        }
    }

    @Test
    void anIdByArgumentIsTakenAndItsAbsenceMeansANewOne() {
        try (ECSqlWrite insert = types.connection().prepare("INSERT INTO wt.Leaf(ECInstanceId,Code) VALUES(?,'x')")) {
            assertThat(insert.step().id()).isEqualTo(16);
            assertThat(insert.bind(1, QueryArgument.id(500)).step().id()).isEqualTo(500);
            assertThat(insert.bindNull(1).step().id()).isEqualTo(17);
            assertThat(insert.bindText(1, "0x1f5").step().id()).isEqualTo(501);
            assertThat(insert.bindLong(1, 501).step().status())
                    .isEqualTo(Status.BE_SQLITE_CONSTRAINT_PRIMARYKEY.number());
        }
        assertThat(types.text("SELECT ECInstanceId FROM wt.Leaf WHERE Code='x' ORDER BY ECInstanceId"))
                .isEqualTo("[{\"ECInstanceId\":\"0x10\"},{\"ECInstanceId\":\"0x11\"},{\"ECInstanceId\":\"0x1f4\"},"
                        + "{\"ECInstanceId\":\"0x1f5\"}]");
    }

    @Test
    void aFailureInOneTableTakesBackWhatWasWrittenToOthers() {
        types.connection()
                .transaction()
                .database()
                .execute("CREATE TRIGGER refuse BEFORE INSERT ON wt_Leaf_Overflow WHEN NEW.os4=13"
                        + " BEGIN SELECT RAISE(ABORT,'no'); END;"
                        + "CREATE TRIGGER refuseToo BEFORE UPDATE ON wt_Leaf_Overflow WHEN NEW.os4=13"
                        + " BEGIN SELECT RAISE(ABORT,'no'); END");
        String before = types.text("SELECT * FROM wt.Root ORDER BY ECInstanceId");
        types.write("INSERT INTO wt.Other(Code) VALUES('stays')");
        assertThat(types.write("INSERT INTO wt.Leaf(Code,A,C) VALUES('zz','zz',13)")
                        .statusName())
                .isEqualTo("BE_SQLITE_CONSTRAINT_TRIGGER");
        assertThat(types.write("UPDATE wt.Leaf SET Code='zz',A='zz',C=13 WHERE Code='l'")
                        .statusName())
                .isEqualTo("BE_SQLITE_CONSTRAINT_TRIGGER");
        assertThat(types.text("SELECT COUNT(*) FROM wt.Root WHERE Code='zz'")).isEqualTo("[{\"COUNT(*)\":0}]");
        assertThat(types.text("SELECT Code FROM wt.Other WHERE Code='stays'")).contains("stays");
        assertThat(types.text("SELECT * FROM wt.Root WHERE Code<>'stays' ORDER BY ECInstanceId"))
                .isEqualTo(before);
    }

    @Test
    void aConditionThatAnUpdateMakesFalseStillHoldsForTheOtherTables() {
        types.write("UPDATE wt.Leaf SET Code='new',A='new',C=9 WHERE Code='l' AND A='a' AND C=2.5");
        assertThat(types.text("SELECT Code,A,C FROM wt.Leaf WHERE Code='new'"))
                .isEqualTo("[" + "{\"Code\":\"new\",\"A\":\"new\",\"C\":9},".repeat(2)
                        + "{\"Code\":\"new\",\"A\":\"new\",\"C\":9}]");
    }

    @Test
    void deletingTakesRowsInAllTablesAndLinksWithIt() {
        types.write("DELETE FROM wt.Leaf WHERE C=2.5");
        assertThat(types.text("SELECT COUNT(*) FROM wt.Links")).isEqualTo("[{\"COUNT(*)\":0}]");
        try (var row = types.connection()
                .transaction()
                .database()
                .prepare("SELECT (SELECT COUNT(*) FROM wt_Leaf)+(SELECT COUNT(*) FROM wt_Leaf_Overflow)")) {
            assertThat(row.step()).isTrue();
            assertThat(row.columnLong(0)).isZero();
        }
    }

    /** The reference joins the tables of the subquery to those of the class and then deletes nothing. */
    @Test
    void deletingByASubqueryOnAnotherClassDeletesWhatItSays() {
        types.write("DELETE FROM wt.Leaf WHERE EXISTS(SELECT 1 FROM wt.Other WHERE O=1)");
        assertThat(types.text("SELECT COUNT(*) FROM wt.Leaf")).isEqualTo("[{\"COUNT(*)\":0}]");
    }

    /** The reference can not read back its own text of such a condition. */
    @Test
    void anUpdateMayListValues() {
        types.write("UPDATE wt.Leaf SET A='listed' WHERE ECInstanceId IN (4,5)");
        assertThat(types.text("SELECT COUNT(*) FROM wt.Leaf WHERE A='listed'")).isEqualTo("[{\"COUNT(*)\":2}]");
    }

    /** The reference asks for the class id in the link table, which has none. */
    @Test
    void deletingLinksByTheClassOfTheirEndWorks() {
        types.write("DELETE FROM wt.Links WHERE SourceECClassId IS (ONLY wt.Leaf)");
        assertThat(types.text("SELECT COUNT(*) FROM wt.Links")).isEqualTo("[{\"COUNT(*)\":0}]");
    }

    @Test
    void navigationValuesKeepTheirClassOnlyWhenItIsSaid() {
        long rootHasRoot = types.schemas().getClass("WriteTypes:RootHasRoot").id();
        types.write("UPDATE wt.Other SET Up=?", new QueryArgument.OfNavigation(4, 0));
        assertThat(types.text("SELECT DISTINCT Up.Id, Up.RelECClassId FROM wt.Other"))
                .isEqualTo("[{\"Id\":\"0x4\"}]");
        types.write("UPDATE wt.Other SET Up=?", new QueryArgument.OfNavigation(5, rootHasRoot));
        assertThat(types.text("SELECT DISTINCT Up FROM wt.Other"))
                .isEqualTo("[{\"Up\":{\"Id\":\"0x5\",\"RelECClassId\":\"0x" + Long.toHexString(rootHasRoot) + "\"}}]");
    }

    @Test
    void argumentsForWhatIsKnownAnywayAreTakenAndNotStored() {
        WriteResult link = types.write(
                "INSERT INTO wt.SubLinks(SourceECInstanceId,TargetECInstanceId,SourceECClassId,T) VALUES(?,?,?,?)",
                QueryArgument.id(6),
                QueryArgument.id(2),
                QueryArgument.id(1),
                QueryArgument.of("x"));
        assertThat(link.isDone()).isTrue();
        long leaf = types.schemas().getClass("WriteTypes:Leaf").id();
        assertThat(types.text("SELECT T,SourceECClassId FROM wt.SubLinks WHERE ECInstanceId=" + link.id()))
                .isEqualTo("[{\"T\":\"x\",\"SourceECClassId\":\"0x" + Long.toHexString(leaf) + "\"}]");
    }

    @Test
    void structsAndArraysComeBackAsTheyWent() {
        String struct = "{\"Label\":\"a\",\"Size\":1.5,\"Flag\":true,\"Count\":5,\"When\":\"2020-01-01T00:00:00.000\","
                + "\"Data\":\"encoding=base64;AQID\",\"P3\":{\"X\":1,\"Y\":2,\"Z\":3},\"In\":{\"N\":1,\"P\":{\"X\":1,\"Y\":2}},"
                + "\"Words\":[\"u\",\"v\"],\"Ins\":[{\"N\":2}]}";
        String given = struct.replace("X\"", "x\"").replace("Y\"", "y\"").replace("Z\"", "z\"");
        types.write("INSERT INTO wt.Everything(S,St,Sts) VALUES('s',?,?)", struct(given), array('[' + given + ']'));
        assertThat(Json.parse(types.text("SELECT Sts FROM wt.Everything WHERE S='s'")))
                .isEqualTo(Json.parse("[{\"Sts\":[" + struct + "]}]"));
        JsonObject row = (JsonObject)
                types.rows("SELECT St FROM wt.Everything WHERE S='s'").get(0);
        assertThat(row.object("St")).isEqualTo(Json.parse(struct));
    }

    @Test
    void numbersThatJavaScriptCanNotHoldStayWhatTheyAre() {
        types.write(
                "INSERT INTO wt.Everything(S,L,Ls,Ds) VALUES('n',?,?,?)",
                QueryArgument.of(9007199254740993L),
                array("[9007199254740993]"),
                array("[1e300,0.1]"));
        assertThat(types.text("SELECT L,Ls,Ds FROM wt.Everything WHERE S='n'"))
                .isEqualTo("[{\"L\":9007199254740993,\"Ls\":[9007199254740993],\"Ds\":[1e+300,0.1]}]");
    }

    @Test
    void anArrayWithFewerItemsThanTheSchemaAsksForIsRefusedAtTheStep() {
        String insert = "INSERT INTO wt.Everything([Is]) VALUES(?)";
        assertThat(types.write(insert, array("[1]")).statusName()).isEqualTo("BE_SQLITE_ERROR");
        assertThat(types.write(insert, array("[]")).isDone()).isTrue();
        assertThat(types.write(insert, array("[1,2,3,4,5]")).isDone()).isTrue();
    }

    @Test
    void queriesOnTheConnectionSeeWhatIsNotSaved() {
        types.write("UPDATE wt.Everything SET S='seen' WHERE ECInstanceId=1");
        assertThat(types.text("SELECT S FROM wt.Everything WHERE ECInstanceId=1"))
                .isEqualTo("[{\"S\":\"seen\"}]");
    }

    @Test
    void aClosedStatementDoesNotRun() {
        ECSqlWrite delete = types.connection().prepare("DELETE FROM wt.Everything");
        delete.close();
        delete.close();
        assertThatThrownBy(delete::step)
                .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                        .isEqualTo(Status.NOT_OPEN.number()));
    }

    @Test
    void idSetsChooseWhatIsDeleted() {
        types.write(
                "DELETE FROM wt.Everything WHERE InVirtualSet(?,ECInstanceId)",
                new QueryArgument.OfIdSet(new long[] {1, 3}));
        assertThat(types.text("SELECT ECInstanceId FROM wt.Everything")).isEqualTo("[{\"ECInstanceId\":\"0x2\"}]");
    }
}
