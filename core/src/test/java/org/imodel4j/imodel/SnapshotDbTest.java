package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotDbTest {
    @TempDir
    Path dir;

    private Path copy(String fixture) throws IOException {
        Path from = Path.of(System.getProperty("imodel4j.fixtures", "."), fixture);
        return Files.copy(from, dir.resolve(from.getFileName()));
    }

    private static void fails(Path file, Status status) {
        assertThatThrownBy(() -> SnapshotDb.open(file)).isInstanceOfSatisfying(IModelException.class, e -> {
            assertThat(e.errorNumber()).isEqualTo(status.number());
            assertThat(e.getMessage()).contains(file.getFileName().toString());
        });
    }

    @Test
    void connectionPropsAreThoseOfTheReference() throws IOException {
        try (SnapshotDb db = SnapshotDb.open(copy("building.bim"), SnapshotOpenOptions.DEFAULT.withKey("b"))) {
            assertThat(db.key()).isEqualTo("b");
            assertThat(db.connectionProps())
                    .isEqualTo(
                            Json.parse(
                                    "{\"name\":\"Building\",\"rootSubject\":{\"name\":\"Building\",\"description\":\"fixture building\"},"
                                            + "\"projectExtents\":{\"low\":[-10,-10,-5],\"high\":[60,40,25]},\"globalOrigin\":[1,2,3],"
                                            + "\"iTwinId\":\"00000000-0000-0000-0000-000000000000\","
                                            + "\"iModelId\":\"33333333-2222-4333-8444-555555555555\",\"changeset\":{\"id\":\"\",\"index\":0}}"));
            assertThat(db.isReadonly()).isTrue();
        }
    }

    @Test
    void aLocatedIModelKnowsItsPlaceOnTheEarth() throws IOException {
        try (SnapshotDb db = SnapshotDb.open(copy("located.bim"))) {
            JsonObject recorded = (JsonObject) Json.parse(
                    Files.readString(Path.of(System.getProperty("imodel4j.fixtures", "."), "located.expected.json")));
            assertThat(db.connectionProps()).isEqualTo(recorded.object("connectionProps"));
        }
    }

    @Test
    void everyDoorOpensOntoTheSameFile() throws IOException {
        try (SnapshotDb db = SnapshotDb.open(copy("building.bim"))) {
            assertThat(db.elements()
                            .get(ElementKey.of(1), ElementOptions.DEFAULT)
                            .text("classFullName"))
                    .isEqualTo("BisCore:Subject");
            assertThat(db.models().get(1).text("classFullName")).isEqualTo("BisCore:RepositoryModel");
            assertThat(db.views().defaultViewId()).isEqualTo(0x11a);
            assertThat(db.fonts().all()).isEmpty();
            assertThat(db.codeSpecs().all()).isNotEmpty();
            assertThat(db.schemas().trySchema("Bldg")).isNotNull();
            assertThat(db.<Long>read(c -> count(c.query("SELECT count(*) FROM bis.Element"))))
                    .isEqualTo(274);
        }
    }

    private static long count(ECSqlCursor cursor) {
        try (cursor) {
            cursor.step();
            return cursor.getLong(0);
        }
    }

    @Test
    void manyThreadsShareFewConnections() throws Exception {
        try (SnapshotDb db = SnapshotDb.open(copy("building.bim"), SnapshotOpenOptions.DEFAULT.withConnections(2))) {
            List<Long> counts = Collections.synchronizedList(new ArrayList<>());
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Thread thread = new Thread(() -> {
                    for (int round = 0; round < 20; round++) {
                        counts.add(db.<Long>read(c -> count(c.query("SELECT count(*) FROM bis.Model"))));
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(counts).hasSize(160).containsOnly(10L);
            assertThat(db.file().openConnections()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void closingWhileManyThreadsReadEndsEveryReadInAnAnswerOrAFailureOfOurs() throws Exception {
        Path file = copy("building.bim");
        List<Throwable> surprises = Collections.synchronizedList(new ArrayList<>());
        for (int round = 0; round < 10; round++) {
            SnapshotDb db = SnapshotDb.open(file, SnapshotOpenOptions.DEFAULT.withConnections(3));
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Thread thread = new Thread(() -> readUntilClosed(db, surprises));
                threads.add(thread);
                thread.start();
            }
            Thread.sleep(round);
            db.close();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(db.file().openConnections()).isZero();
        }
        assertThat(surprises).isEmpty();
    }

    private static void readUntilClosed(SnapshotDb db, List<Throwable> surprises) {
        try {
            for (int id = 1; ; id = id % 280 + 1) {
                db.elements().tryGet(ElementKey.of(id), ElementOptions.DEFAULT);
                db.<Long>read(c -> count(c.query("SELECT count(*) FROM bis.Element")));
            }
        } catch (IModelException expected) {
            // Closed, or stopped by the closing.
        } catch (RuntimeException | Error e) {
            surprises.add(e);
        }
    }

    @Test
    void aReadInsideOfAReadGetsTheSameConnection() throws IOException {
        try (SnapshotDb db = SnapshotDb.open(copy("empty.bim"), SnapshotOpenOptions.DEFAULT.withConnections(1))) {
            assertThat(db.<Boolean>read(outer -> db.<Boolean>read(inner -> inner == outer)))
                    .isTrue();
        }
    }

    @Test
    void aClosedIModelSaysSo() throws IOException {
        SnapshotDb db = SnapshotDb.open(copy("empty.bim"));
        db.close();
        db.close();
        assertThatThrownBy(() -> db.read(c -> 1))
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(Status.NOT_OPEN.number()));
    }

    @Test
    void whatIsNoIModelIsRefusedByTheNumberOfTheReference() throws IOException {
        fails(dir.resolve("missing.bim"), Status.BE_SQLITE_ERROR_FILE_NOT_FOUND);
        fails(
                Files.write(
                        dir.resolve("text.bim"),
                        "not a database at all".repeat(100).getBytes(StandardCharsets.UTF_8)),
                Status.BE_SQLITE_NOTADB);
        byte[] whole = Files.readAllBytes(copy("empty.bim"));
        Path truncated = Files.write(dir.resolve("truncated.bim"), java.util.Arrays.copyOf(whole, 5000));
        assertThatThrownBy(() -> SnapshotDb.open(truncated)).isInstanceOf(IModelException.class);
        assertThatThrownBy(() -> SnapshotDb.open(dir)).isInstanceOf(IModelException.class);
        assertThatThrownBy(() -> SnapshotDb.open(copy("mapping.ecdb"))).isInstanceOf(IModelException.class);
    }

    @Test
    void aPlainFileOpensAsECDb() throws IOException {
        try (ECDb db = ECDb.open(copy("mapping.ecdb"))) {
            assertThat(db.profileVersions().dgn()).isNull();
            assertThat(db.schemas().schemas()).isNotEmpty();
            assertThat(db.<Long>read(c -> count(c.query("SELECT count(*) FROM meta.ECSchemaDef"))))
                    .isPositive();
        }
    }

    @Test
    void filePropertiesAreRead() throws IOException {
        try (SnapshotDb db = SnapshotDb.open(copy("building.bim"))) {
            assertThat(db.fileProperties().tryText(FileProperty.of("dgn_Db", "Extents")))
                    .contains("low");
            assertThat(db.fileProperties().tryText(FileProperty.of("no", "such")))
                    .isNull();
            assertThat(db.fileProperties().tryBytes(FileProperty.of("dgn_Db", "DgnGCS")))
                    .isNull();
        }
    }
}
