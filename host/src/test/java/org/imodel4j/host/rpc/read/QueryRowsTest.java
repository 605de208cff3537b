package org.imodel4j.host.rpc.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.imodel4j.host.ConcurrentQueryConfig;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.QueryOrder;
import org.imodel4j.host.QueryTicket;
import org.imodel4j.host.rpc.Exchange;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryRowsTest {
    private static final String PRODUCT =
            "SELECT count(*) FROM bis.Element a, bis.Element b, bis.Element c, bis.Element d";
    private static final String MANY = "SELECT a.ECInstanceId, b.CodeValue FROM bis.Element a, bis.Element b";

    private Served building;

    @BeforeAll
    void start(@TempDir Path dir) {
        ConcurrentQueryConfig config =
                new ConcurrentQueryConfig(2, 100, Duration.ofSeconds(60), 8 << 20, Long.MAX_VALUE);
        building = new Served(dir, "building", IModelHostConfiguration.builder().concurrentQuery(config));
    }

    @AfterAll
    void stop() {
        building.close();
    }

    private JsonObject rows(String request) {
        Exchange e = building.read("queryRows", request);
        assertThat(e.status()).as(e.text()).isEqualTo(200);
        JsonObject answer = e.object();
        JsonObject stats = answer.object("stats");
        assertThat(stats).isNotNull();
        for (String figure : List.of("cpuTime", "totalTime", "timeLimit", "memLimit", "memUsed", "prepareTime")) {
            assertThat(stats == null ? null : stats.number(figure)).as(figure).isNotNull();
        }
        return answer;
    }

    private static long status(JsonObject answer) {
        JsonValue.Number status = answer.number("status");
        return status == null ? -1 : status.exact();
    }

    private static int size(JsonObject answer, String name) {
        JsonArray array = answer.array(name);
        return array == null ? -1 : array.size();
    }

    @Test
    void rowsAreArraysWithMetadata() {
        JsonObject answer = rows(
                "{\"rowFormat\":2,\"limit\":{\"offset\":0,\"count\":2},\"includeMetaData\":true,\"kind\":1,\"valueFormat\":1,"
                        + "\"query\":\"SELECT ECInstanceId, ECClassId, CodeValue, Model FROM bis.Element WHERE CodeValue=:l\",\"args\":{\"l\":{\"type\":9,\"value\":\"W-0-14\"}}}");
        assertThat(status(answer)).isEqualTo(1);
        assertThat(answer.get("data"))
                .isEqualTo(
                        Json.parse(
                                "[[\"0x30\",\"Bldg.Wall\",\"W-0-14\",{\"id\":\"0x1c\",\"relClassName\":\"BisCore.ModelContainsElements\"}]]"));
        assertThat(answer.number("rowCount")).isEqualTo(JsonValue.of(1));
        assertThat(answer.number("kind")).isEqualTo(JsonValue.of(1));
        assertThat(answer.text("error")).isEmpty();
        assertThat(size(answer, "meta")).isEqualTo(4);
        JsonArray meta = answer.array("meta");
        assertThat(meta == null ? "" : Json.write(meta.get(0)))
                .contains("\"extendedType\":\"Id\"", "\"extendType\":\"Id\"", "\"jsonName\":\"id\"");
        assertThat(meta == null ? "" : Json.write(meta.get(2)))
                .contains("\"extendedType\":\"\"", "\"extendType\":\"\"");
    }

    @Test
    void limitAndOffsetPageThroughTheRows() {
        String query = "\"query\":\"SELECT ECInstanceId FROM bis.Element ORDER BY ECInstanceId\"";
        JsonObject page = rows("{" + query + ",\"limit\":{\"count\":2,\"offset\":1},\"includeMetaData\":false}");
        assertThat(page.get("data")).isEqualTo(Json.parse("[[\"0xe\"],[\"0x10\"]]"));
        assertThat(size(page, "meta")).isZero();
        assertThat(size(rows("{" + query + ",\"limit\":{\"count\":-1,\"offset\":272}}"), "data"))
                .isEqualTo(2);
        assertThat(size(rows("{" + query + ",\"limit\":{\"count\":0,\"offset\":0}}"), "data"))
                .isZero();
        assertThat(size(rows("{" + query + "}"), "data")).isEqualTo(274);
        assertThat(size(rows("{" + query + ",\"limit\":{}}"), "data")).isEqualTo(274);
    }

    @Test
    void failuresHaveTheirStatusAndNoRows() {
        String[][] cases = {
            {
                "{}",
                "101",
                "Failed to parse ECSQL 'select * from ( \n) limit :sys_ecdb_count offset :sys_ecdb_offset': syntax error"
            },
            {
                "{\"query\":\"SELECT nope FROM bis.Element\"}",
                "101",
                "No property or enumeration found for expression 'nope'."
            },
            {
                "{\"query\":\"DELETE FROM bis.Element\"}",
                "101",
                "Failed to parse ECSQL 'select * from (DELETE FROM bis.Element \n) limit :sys_ecdb_count offset :sys_ecdb_offset': syntax error"
            },
            {
                "{\"query\":\"SELECT 1 FROM bis.Element WHERE CodeValue=:v\",\"args\":{\"x\":{\"type\":9,\"value\":\"B\"}}}",
                "104",
                "fail to find param index for named param 'x'"
            }
        };
        for (String[] each : cases) {
            JsonObject answer = rows(each[0]);
            assertThat(status(answer)).as(each[0]).isEqualTo(Long.parseLong(each[1]));
            assertThat(answer.text("error")).isEqualTo(each[2]);
            assertThat(answer.number("kind")).isEqualTo(JsonValue.of(2));
            assertThat(answer.get("data")).isNull();
            assertThat(answer.get("meta")).isNull();
            assertThat(answer.get("rowCount")).isNull();
        }
        assertThat(
                        status(
                                rows(
                                        "{\"query\":\"SELECT 1 FROM bis.Element WHERE CodeValue=?\",\"args\":{\"1\":{\"type\":99,\"value\":1}}}")))
                .isEqualTo(104);
        assertThat(building.read("queryRows", "").status()).isEqualTo(400);
        assertThat(building.read("queryRows", "\"x\"").status()).isEqualTo(400);
    }

    @Test
    void largeAnswersAreStreamedWhole() {
        JsonObject answer = rows("{\"query\":\"" + MANY + " LIMIT 20000\"}");
        assertThat(status(answer)).isEqualTo(1);
        assertThat(size(answer, "data")).isEqualTo(20000);
        assertThat(answer.number("rowCount")).isEqualTo(JsonValue.of(20000));
    }

    @Test
    void theMemoryQuotaEndsAnAnswerBehindARow() {
        JsonObject answer = rows("{\"query\":\"" + MANY + "\",\"quota\":{\"memory\":100000}}");
        assertThat(status(answer)).isEqualTo(3);
        assertThat(size(answer, "data")).isGreaterThan(1000).isLessThan(100000);
        JsonObject one = rows("{\"query\":\"" + MANY + "\",\"quota\":{\"memory\":1}}");
        assertThat(size(one, "data")).isEqualTo(1);
        JsonObject all = rows("{\"query\":\"" + MANY + ", bis.Element c\"}");
        assertThat(status(all)).isEqualTo(3);
        assertThat(answer.object("stats")).isNotNull();
    }

    @Test
    void theTimeQuotaStopsACartesianProductAndAnEndlessRecursion() {
        for (String query : List.of(
                PRODUCT, "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT count(*) FROM c")) {
            JsonObject answer = rows("{\"query\":\"" + query + "\",\"quota\":{\"time\":0.05}}");
            assertThat(status(answer)).isEqualTo(3);
            assertThat(size(answer, "data")).isZero();
            assertThat(size(answer, "meta")).isEqualTo(1);
            assertThat(answer.number("rowCount")).isEqualTo(JsonValue.of(0));
        }
    }

    /** Runs a request in a thread of its own and waits until it runs. */
    private Thread start(Runnable work) {
        Thread thread = HostEnvironment.portable().newQueryThread(work, "client");
        thread.start();
        return thread;
    }

    @Test
    void aRestartTokenCancelsTheEarlierQuestionOfTheSameSession() throws InterruptedException {
        String slow = "[" + building.token() + ",{\"query\":\"" + PRODUCT + "\",\"restartToken\":\"t\"}]";
        Exchange exchange = Exchange.post(building.base() + "IModelReadRpcInterface-3.8.0-queryRows", slow)
                .dialect2();
        Thread client = start(() -> exchange.through(building.protocol));
        while (client.isAlive()) {
            assertThat(status(rows("{\"query\":\"SELECT 1\",\"restartToken\":\"t\"}")))
                    .isIn(1L, 2L);
        }
        client.join();
        JsonObject answer = exchange.object();
        assertThat(status(answer)).isEqualTo(2);
        assertThat(answer.get("data")).isNull();
    }

    @Test
    void aClientThatGoesAwayStopsItsQuestion() throws InterruptedException {
        String slow = "[" + building.token() + ",{\"query\":\"" + PRODUCT + "\"}]";
        Exchange exchange = Exchange.post(building.base() + "IModelReadRpcInterface-3.8.0-queryRows", slow);
        Thread client = start(() -> exchange.through(building.protocol));
        while (client.isAlive()) {
            exchange.abandon();
            Thread.onSpinWait();
        }
        client.join();
        assertThat(status(exchange.object())).isEqualTo(2);
    }

    @Test
    void aFullQueueLooksLikeAnAnswerWithoutRows(@TempDir Path dir) {
        ConcurrentQueryConfig config = new ConcurrentQueryConfig(1, 1, Duration.ofSeconds(60), 8 << 20, Long.MAX_VALUE);
        try (Served small =
                new Served(dir, "empty", IModelHostConfiguration.builder().concurrentQuery(config))) {
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch running = new CountDownLatch(1);
            QueryTicket<Integer> busy = small.host.queries().submit(QueryOrder.of(small), t -> {
                running.countDown();
                return await(go);
            });
            await(running);
            QueryTicket<Integer> waiting = small.host.queries().submit(QueryOrder.of(small), t -> 0);
            JsonObject answer =
                    small.read("queryRows", "{\"query\":\"SELECT 1\"}").object();
            assertThat(status(answer)).isEqualTo(5);
            assertThat(size(answer, "data")).isZero();
            JsonObject old = small.read2("queryRows", "\"SELECT 1\"").object();
            assertThat(status(old)).isEqualTo(4);
            assertThat(small.read("getElementProps", "[\"0x1\"]").status()).isEqualTo(408);
            go.countDown();
            busy.await();
            waiting.await();
        }
    }

    private static int await(CountDownLatch latch) {
        try {
            latch.await();
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void questionsOf2xGiveObjects() {
        JsonObject answer = building.read2(
                        "queryRows",
                        "\"SELECT ECInstanceId, CodeValue, UserLabel FROM bis.Element WHERE ECInstanceId=?\",[\"0x30\"],{\"maxRowAllowed\":5,\"startRowOffset\":0},null,null,null,null")
                .object();
        assertThat(answer)
                .isEqualTo(Json.parse("{\"rows\":[{\"id\":\"0x30\",\"codeValue\":\"W-0-14\"}],\"status\":2}"));
        JsonObject named = building.read2(
                        "queryRows", "\"SELECT ECInstanceId FROM bis.Element WHERE CodeValue=:c\",{\"c\":\"W-0-14\"}")
                .object();
        assertThat(named).isEqualTo(Json.parse("{\"rows\":[{\"id\":\"0x30\"}],\"status\":2}"));
        JsonObject page = building.read2(
                        "queryRows",
                        "\"SELECT ECInstanceId FROM bis.Element ORDER BY ECInstanceId\",null,{\"maxRowAllowed\":2,\"startRowOffset\":1}")
                .object();
        assertThat(page).isEqualTo(Json.parse("{\"rows\":[{\"id\":\"0xe\"},{\"id\":\"0x10\"}],\"status\":2}"));
    }

    @Test
    void failuresOf2xPutTheMessageInPlaceOfTheRow() {
        JsonObject answer =
                building.read2("queryRows", "\"SELECT nope FROM bis.Element\"").object();
        assertThat(answer)
                .isEqualTo(Json.parse(
                        "{\"rows\":[\"No property or enumeration found for expression 'nope'.\"],\"status\":5}"));
        JsonObject late = building.read2("queryRows", "\"" + PRODUCT + "\",null,null,{\"maxTimeAllowed\":0.05}")
                .object();
        assertThat(late).isEqualTo(Json.parse("{\"rows\":[],\"status\":3}"));
        JsonObject part = building.read2("queryRows", "\"" + MANY + "\",null,null,{\"maxMemoryAllowed\":1000}")
                .object();
        assertThat(status(part)).isEqualTo(3);
        assertThat(size(part, "rows")).isPositive();
    }

    @Test
    void frontendsOf2xGetByteArraysInParts() {
        String ecsql = "\"SELECT GeometryStream g FROM bis.GeometricElement3d WHERE ECInstanceId=0x30\"";
        Exchange e = building.read2("queryRows", ecsql);
        assertThat(e.answerHeader("Content-Type")).startsWith("multipart/form-data");
        assertThat(e.text())
                .contains(
                        "{\"rows\":[{\"g\":{\"isBinary\":true,\"index\":0,\"size\":272,\"chunks\":1}}],\"status\":2}");
        Exchange abbreviated = building.read2("queryRows", ecsql + ",null,null,null,null,null,true");
        assertThat(abbreviated.answerHeader("Content-Type")).startsWith("text/plain");
    }

    @Test
    void blobsComeBesideTheirDescription() {
        Exchange e = building.read(
                "queryBlob",
                "{\"kind\":0,\"className\":\"BisCore.GeometricElement3d\",\"accessString\":\"GeometryStream\",\"instanceId\":\"0x30\"}");
        assertThat(e.answerHeader("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(e.text()).contains("\"rawBlobSize\":149", "\"size\":149");
        Exchange part = building.read(
                "queryBlob",
                "{\"className\":\"BisCore:GeometricElement3d\",\"accessString\":\"GeometryStream\",\"instanceId\":\"0x30\",\"range\":{\"offset\":2,\"count\":10}}");
        assertThat(part.text()).contains("\"rawBlobSize\":149", "\"size\":10");
        Exchange whole = building.read(
                "queryBlob",
                "{\"kind\":0,\"className\":\"BisCore:GeometricElement3d\",\"accessString\":\"GeometryStream\",\"instanceId\":\"0x30\",\"range\":{}}");
        assertThat(whole.text()).contains("\"rawBlobSize\":149", "\"size\":149");
    }

    @Test
    void blobsThatAreNotThereSayWhy() {
        String stream =
                "\"className\":\"BisCore.GeometricElement3d\",\"accessString\":\"GeometryStream\",\"instanceId\":\"0x30\"";
        String[][] cases = {
            {
                "{" + stream + ",\"range\":{\"offset\":2,\"count\":0}}",
                "106",
                "BlobIO: offset + length provided is greater then size of blob"
            },
            {
                "{" + stream + ",\"range\":{\"offset\":200000,\"count\":10}}",
                "106",
                "BlobIO: offset provided is greater then size of blob"
            },
            {
                "{" + stream + ",\"range\":{\"offset\":1e300,\"count\":1e300}}",
                "106",
                "BlobIO: offset provided is greater then size of blob"
            },
            {
                "{" + stream.replace("0x30", "0x999") + "}",
                "105",
                "BlobIO: unable to open blob for classname 'BisCore.GeometricElement3d' , accessString 'GeometryStream' for instanceId '0x999'"
            },
            {
                "{" + stream.replace("GeometryStream", "Nope") + "}",
                "105",
                "BlobIO: unable to open blob for classname 'BisCore.GeometricElement3d' , accessString 'Nope' for instanceId '0x30'"
            },
            {
                "{" + stream.replace("GeometryStream", "UserLabel") + "}",
                "105",
                "BlobIO: unable to open blob for classname 'BisCore.GeometricElement3d' , accessString 'UserLabel' for instanceId '0x30'"
            },
            {
                "{" + stream.replace("GeometryStream", "x] FROM y --") + "}",
                "105",
                "BlobIO: unable to open blob for classname 'BisCore.GeometricElement3d' , accessString 'x] FROM y --' for instanceId '0x30'"
            },
            {
                "{" + stream.replace("BisCore.GeometricElement3d", "junk") + "}",
                "105",
                "BlobIO: unable to find classname 'junk'"
            },
            {"{}", "105", "BlobIO: unable to find classname ''"}
        };
        for (String[] each : cases) {
            JsonObject answer = building.read("queryBlob", each[0]).object();
            assertThat(status(answer)).as(each[0]).isEqualTo(Long.parseLong(each[1]));
            assertThat(answer.text("error")).isEqualTo(each[2]);
            assertThat(answer.number("kind")).isEqualTo(JsonValue.of(2));
        }
    }

    @Test
    void hostileTextIsAnswered() {
        assertThat(status(rows("{\"query\":\"" + "(".repeat(100000) + "\"}"))).isEqualTo(101);
        assertThat(status(rows("{\"query\":\"SELECT " + "1+".repeat(50000) + "1\"}")))
                .isIn(1L, 101L);
        assertThat(status(rows("{\"query\":\"SELECT 1\\u0000\"}"))).isIn(1L, 101L);
        assertThat(status(rows("{\"query\":\"SELECT 1\",\"limit\":{\"count\":1e300,\"offset\":-1e300}}")))
                .isEqualTo(1);
        assertThat(status(rows("{\"query\":\"SELECT 1\",\"quota\":{\"time\":-1,\"memory\":1e300},\"priority\":-5}")))
                .isEqualTo(1);
    }
}
