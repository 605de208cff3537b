package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever text arrives, the answer is rows or an {@link IModelException}, and who stops a statement gets his thread back. The
 * seed is in every failure; {@code -Dimodel4j.fuzz.seed=n} tries another.
 */
class ECSqlFuzzTest {
    private static final long SEED = Long.getLong("imodel4j.fuzz.seed", 20_260_101L);
    private static final int STATEMENTS = 4000;
    private static final int MOST_ROWS = 200;

    /** How often SQLite asks before a statement is stopped. */
    private static final int PATIENCE = 100;

    private static final Pattern TOKEN = Pattern.compile(
            "\\[[^]]*]|'(?:[^']|'')*'|[A-Za-z_][A-Za-z_0-9]*|[0-9]+(?:\\.[0-9]+)?|->|<>|<=|>=|\\|\\||<<|>>|\\S");

    private static final List<String> WORDS = List.of(
            "SELECT FROM WHERE GROUP BY HAVING ORDER LIMIT OFFSET UNION ALL INTERSECT EXCEPT VALUES WITH RECURSIVE AS JOIN"
                    .split(" "));

    private static final List<String> MORE_WORDS = List.of(
            "( ) , . -> $ ? :p * + - / % ~ || = <> < > <= >= IS NOT NULL TRUE IN LIKE ESCAPE BETWEEN AND OR CASE WHEN THEN ELSE END CAST IIF EXISTS ANY USING FORWARD ON LEFT CROSS ONLY OVER PARTITION ROWS FILTER COUNT MAX abs et bis Thing Note I S P2 Owner Id St D ECInstanceId ECClassId 1 2.5 'a' 0x1c [I] OPTIONS PRAGMA integrity_check INSERT INTO UPDATE SET DELETE ; NAVIGATION_VALUE DATE TIMESTAMP '2018-01-01'"
                    .split(" "));

    @TempDir
    private static Path folder;

    private static final Map<String, ReadConnection> CONNECTIONS = new HashMap<>();
    private static final List<CorpusCase> CASES = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        Path corpus = Path.of(System.getProperty("imodel4j.fixtures"), "ecsql");
        for (String line : Files.readAllLines(corpus.resolve("corpus.jsonl"))) {
            CorpusCase each = new CorpusCase((JsonObject) Json.parse(line));
            if (!each.ecsql().isEmpty()) {
                CASES.add(each);
            }
        }
        for (String dataset : List.of("types.bim", "bis.bim", "plain.ecdb")) {
            Path copy = folder.resolve(dataset);
            Files.write(copy, Files.readAllBytes(corpus.resolve(dataset)));
            ECSchemas schemas = new ECSchemas(() -> SqliteDrivers.best().open(OpenRequest.readOnly(copy)));
            CONNECTIONS.put(
                    dataset,
                    new ECSqlEngine(schemas).connect(SqliteDrivers.best().open(OpenRequest.readOnly(copy))));
        }
    }

    @AfterAll
    static void close() {
        for (ReadConnection connection : CONNECTIONS.values()) {
            connection.close();
            connection.engine().schemas().close();
        }
    }

    @Test
    void mutatedStatementsGiveRowsOrOurException() {
        Random random = new Random(SEED);
        for (int i = 0; i < STATEMENTS; i++) {
            CorpusCase each = CASES.get(random.nextInt(CASES.size()));
            assertThat(defect(each.dataset(), mutated(each.ecsql(), random))).isNull();
        }
    }

    @Test
    void splicedStatementsGiveRowsOrOurException() {
        Random random = new Random(SEED + 1);
        for (int i = 0; i < STATEMENTS; i++) {
            CorpusCase each = CASES.get(random.nextInt(CASES.size()));
            List<String> tokens = tokens(each.ecsql());
            List<String> others = tokens(CASES.get(random.nextInt(CASES.size())).ecsql());
            int cut = random.nextInt(tokens.size() + 1);
            int from = random.nextInt(others.size() + 1);
            String spliced = String.join(" ", tokens.subList(0, cut))
                    + ' '
                    + String.join(" ", others.subList(from, others.size()));
            assertThat(defect(each.dataset(), spliced)).isNull();
        }
    }

    @Test
    void randomTokensGiveRowsOrOurException() {
        Random random = new Random(SEED + 2);
        for (int i = 0; i < STATEMENTS; i++) {
            StringBuilder text = new StringBuilder("SELECT");
            int length = 1 + random.nextInt(30);
            for (int token = 0; token < length; token++) {
                text.append(' ').append(word(random));
            }
            assertThat(defect("types.bim", text.toString())).isNull();
        }
    }

    @Test
    void randomCharactersGiveRowsOrOurException() {
        Random random = new Random(SEED + 3);
        for (int i = 0; i < STATEMENTS; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "SELECT " : "");
            int length = random.nextInt(40);
            for (int at = 0; at < length; at++) {
                text.append((char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : ' ' + random.nextInt(95)));
            }
            assertThat(defect("types.bim", text.toString())).isNull();
        }
    }

    @Test
    void largeStatementsGiveRowsOrOurException() {
        String megabyte = "x".repeat(1 << 20);
        for (String ecsql : List.of(
                "SELECT '" + megabyte + '\'',
                "SELECT LENGTH('" + megabyte + "')",
                "SELECT [" + megabyte + "] FROM et.Thing",
                "SELECT I FROM et.Thing WHERE S LIKE '" + megabyte + '\'',
                "SELECT 1" + ",1".repeat(100_000),
                "SELECT I FROM et.Thing WHERE I IN (1" + ",1".repeat(100_000) + ')',
                "SELECT I FROM et.Thing WHERE I=1" + " OR I=1".repeat(20_000),
                "SELECT 1" + "+1".repeat(20_000),
                "SELECT " + "(".repeat(64) + '1' + ")".repeat(64),
                "SELECT " + "(".repeat(5000) + '1' + ")".repeat(5000),
                "SELECT 1" + " UNION SELECT 1".repeat(5000),
                "SELECT " + "CASE WHEN 1=1 THEN ".repeat(64) + '1' + " END".repeat(64),
                "SELECT " + "CAST(CAST(".repeat(30) + "1.5" + " AS STRING) AS DOUBLE)".repeat(30),
                "SELECT * FROM " + "(SELECT * FROM ".repeat(64) + "et.Note" + ")".repeat(64),
                "WITH " + "a AS (SELECT 1), ".repeat(2000) + "b AS (SELECT 2) SELECT * FROM b",
                "SELECT 1 FROM et.Note a0" + joins(80))) {
            assertThat(defect("types.bim", ecsql)).isNull();
        }
    }

    private static String joins(int count) {
        StringBuilder joins = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            joins.append(" JOIN et.Note a").append(i).append(" ON 1=1");
        }
        return joins.toString();
    }

    private static String mutated(String ecsql, Random random) {
        List<String> tokens = new ArrayList<>(tokens(ecsql));
        for (int change = 1 + random.nextInt(3); change > 0; change--) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(5)) {
                case 0 -> tokens.set(at, word(random));
                case 1 -> tokens.add(at, word(random));
                case 2 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                case 3 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
                default -> {
                    if (tokens.size() > 1) {
                        tokens.remove(at);
                    }
                }
            }
        }
        return String.join(" ", tokens);
    }

    private static List<String> tokens(String ecsql) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(ecsql);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens.isEmpty() ? List.of("SELECT") : tokens;
    }

    private static String word(Random random) {
        int choice = random.nextInt(WORDS.size() + MORE_WORDS.size());
        return choice < WORDS.size() ? WORDS.get(choice) : MORE_WORDS.get(choice - WORDS.size());
    }

    /** What is neither rows nor our exception; null when all is well. */
    private static @Nullable String defect(String dataset, String ecsql) {
        ReadConnection connection = CONNECTIONS.get(dataset);
        if (connection == null) {
            return "no data set " + dataset;
        }
        for (Door door : Door.values()) {
            int[] asked = {0};
            connection.onProgress(() -> ++asked[0] > PATIENCE);
            try (ECSqlCursor cursor = connection.query(connection.compile(ecsql, door), QueryArguments.NONE)) {
                JsonWriter out = new JsonWriter();
                out.beginArray();
                for (int rows = 0; rows < MOST_ROWS && cursor.step(); rows++) {
                    cursor.writeRowObject(out, RowFormat.JS, RowOptions.DEFAULT);
                }
                out.endArray();
            } catch (IModelException expected) {
                continue;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
                return "seed " + SEED + ", " + door + ": " + ecsql.substring(0, Math.min(ecsql.length(), 2000)) + "\n"
                        + defect + " at " + defect.getStackTrace()[0];
            } finally {
                connection.onProgress(null);
            }
        }
        return null;
    }
}
