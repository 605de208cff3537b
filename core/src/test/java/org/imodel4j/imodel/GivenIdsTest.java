package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aspects, links and models that are copied keep their ids and GUIDs, and nothing new gets an id that a copy has. */
class GivenIdsTest {
    @TempDir
    Path folder;

    private WritableIModelDb iModel;

    @BeforeEach
    void create() {
        Path file = folder.resolve("new.bim");
        SnapshotDb.createEmpty(file, CreateIModelProps.of("new")).close();
        iModel = SnapshotDb.openForWrite(file);
    }

    @AfterEach
    void close() {
        iModel.close();
    }

    private long aspect(String id, boolean forceUseId) {
        return iModel.edit().aspects().insert(json("""
                {"classFullName":"BisCore:ExternalSourceAspect","id":"%s","element":{"id":"0x1"},"scope":{"id":"0x1"},
                 "identifier":"x","kind":"k"}""".formatted(id)), forceUseId);
    }

    private long link(String id, boolean forceUseId) {
        return iModel.edit().relationships().insert(json("""
                {"classFullName":"BisCore:SubjectRefersToSubject","id":"%s","sourceId":"0x1","targetId":"0x1"}""".formatted(id)), forceUseId);
    }

    private static JsonObject json(String text) {
        return (JsonObject) Json.parse(text);
    }

    private static void assertRefused(LongSupplier insert, Status status) {
        assertThatThrownBy(insert::getAsLong)
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(status.number()));
    }

    @Test
    void nextIdsLieAboveThoseThatWereGiven() {
        assertThat(aspect("0x100", true)).isEqualTo(0x100);
        assertThat(link("0x200", true)).isEqualTo(0x200);
        assertThat(aspect("0x100", false)).isEqualTo(0x201);
        assertThat(link("0x180", true)).isEqualTo(0x180);
        assertThat(link("0x180", false)).isEqualTo(0x202);
    }

    @Test
    void idsOfOtherCopiesOfTheFileDoNotCount() {
        assertThat(aspect("0x50000000001", true)).isEqualTo(0x50000000001L);
        assertThat(aspect("", false)).isLessThan(0x1000);
    }

    @Test
    void anIdThatIsInUseIsRefusedAndUsesUpNone() {
        long first = aspect("0x100", true);
        long second = link("0x100", true);
        assertThat(first).isEqualTo(second);
        assertRefused(() -> aspect("0x100", true), Status.WRITE_ERROR);
        assertRefused(() -> link("0x100", true), Status.WRITE_ERROR);
        assertThat(aspect("", false)).isEqualTo(0x101);
    }

    @Test
    void whatIsNoIdIsRefused() {
        assertRefused(() -> aspect("none", true), Status.WRITE_ERROR);
        assertRefused(() -> link("0x0", true), Status.WRITE_ERROR);
        JsonObject withoutId = json("""
                {"classFullName":"BisCore:SubjectRefersToSubject","sourceId":"0x1","targetId":"0x1"}""");
        assertRefused(() -> iModel.edit().relationships().insert(withoutId, true), Status.BAD_ARG);
    }

    @Test
    void aModelTakesTheGuidOfItsGeometry() {
        Guid guid = Guid.parse("11111111-2222-4333-8444-555555555555");
        long partition = iModel.edit().elements().insert(json("""
                {"classFullName":"BisCore:PhysicalPartition","model":"0x1",
                 "parent":{"id":"0x1","relClassName":"BisCore:SubjectOwnsPartitionElements"},
                 "code":{"spec":"0x1d","scope":"0x1","value":"P"}}"""));
        long model = iModel.edit().models().insert(json("""
                {"classFullName":"BisCore:PhysicalModel","modeledElement":{"id":"0x%x"}}""".formatted(partition)));
        iModel.edit().models().setGeometryGuid(model, guid);
        assertThat(iModel.models().get(model).text("geometryGuid")).isEqualTo(guid.toString());
        iModel.edit().models().setGeometryGuid(model, null);
        assertThat(iModel.models().get(model).text("geometryGuid")).isNull();
        assertThatThrownBy(() -> iModel.edit().models().setGeometryGuid(1, guid))
                .isInstanceOf(IModelException.class);
    }
}
