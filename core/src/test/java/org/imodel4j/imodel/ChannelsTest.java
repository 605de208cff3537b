package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.bis.write.Channels;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels of building.bim, where 0x1c is a physical model and its partition; the answers are those of iTwin.js. */
class ChannelsTest {
    private static final long ROOT = 1;
    private static final long PARTITION = 0x1c;

    @TempDir
    private Path folder;

    private WritableIModelDb iModel;
    private Channels channels;

    @BeforeEach
    void open() throws Exception {
        iModel = SnapshotDb.openForWrite(DoctoredFile.copy("building.bim", folder));
        channels = iModel.edit().channels();
    }

    @AfterEach
    void close() {
        iModel.close();
    }

    private static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private long insertThing() {
        return iModel.edit()
                .elements()
                .insert(json("{'classFullName':'Generic:PhysicalObject','model':'0x1c','category':'0x13',"
                        + "'code':{'spec':'0x1','scope':'0x1'}}"));
    }

    private static void assertRefused(ThrowingCallable edit, Status status) {
        assertThatThrownBy(edit)
                .isInstanceOfSatisfying(IModelException.class, failure -> assertThat(failure.errorNumber())
                        .isEqualTo(status.number()));
    }

    @Test
    void allIsSharedWhereThereAreNoRoots() {
        assertThat(channels.keyOf(ROOT)).isEqualTo(Channels.SHARED);
        assertThat(channels.keyOf(PARTITION)).isEqualTo(Channels.SHARED);
        assertThat(channels.channelRoot(Channels.SHARED)).isEqualTo(ROOT);
        assertThat(channels.channelRoot("none")).isZero();
        assertRefused(() -> channels.keyOf(0x9999), Status.NOT_FOUND);
    }

    @Test
    void aSubjectCanBeTheRootOfANewChannel() {
        long subject = channels.insertSubject(ROOT, "S", "one", "d");
        JsonObject props = iModel.elements().get(ElementKey.of(subject), ElementOptions.DEFAULT);
        assertThat(props.text("description")).isEqualTo("d");
        assertThat(channels.keyOf(subject)).isEqualTo("one");
        assertThat(channels.channelRoot("one")).isEqualTo(subject);
        assertThat(channels.channelRoot("ONE")).isZero();
    }

    @Test
    void aChannelHasOneRootAndChannelsDoNotNest() {
        long subject = channels.insertSubject(ROOT, "S", "one", null);
        assertRefused(() -> channels.insertSubject(ROOT, "T", "one", null), Status.DUPLICATE_NAME);
        assertRefused(() -> channels.insertSubject(ROOT, "T", Channels.SHARED, null), Status.DUPLICATE_NAME);
        assertRefused(() -> channels.makeRoot(subject, "two"), Status.BAD_REQUEST);
        assertRefused(() -> channels.makeRoot(0x9999, "two"), Status.NOT_FOUND);
        assertRefused(() -> channels.insertSubject(ROOT, "S", "two", null), Status.DUPLICATE_CODE);
        assertThat(channels.channelRoot("two")).isZero();
    }

    @Test
    void theRootSubjectStaysInTheSharedChannel() {
        channels.makeRoot(ROOT, "one");
        assertThat(channels.keyOf(ROOT)).isEqualTo(Channels.SHARED);
    }

    @Test
    void whatIsInAChannelChangesOnlyWhereItIsAllowed() {
        long thing = insertThing();
        channels.makeRoot(PARTITION, "one");
        assertRefused(this::insertThing, Status.NOT_ENABLED);
        JsonObject update = JsonObject.builder()
                .put("id", Id64.toHex(thing))
                .put("userLabel", "x")
                .build();
        assertRefused(() -> iModel.edit().elements().update(update), Status.NOT_ENABLED);
        assertRefused(() -> iModel.edit().elements().delete(thing), Status.NOT_ENABLED);
        assertRefused(() -> iModel.edit().models().delete(PARTITION), Status.NOT_ENABLED);
        assertRefused(() -> iModel.edit().models().update(json("{'id':'0x1c','isPrivate':true}")), Status.NOT_ENABLED);
        JsonObject aspect = json("{'classFullName':'BisCore:ExternalSourceAspect','kind':'k','identifier':'i'}");
        JsonObject.Builder of = JsonObject.builder();
        aspect.members().forEach(of::put);
        of.put("element", JsonObject.builder().put("id", Id64.toHex(thing)).build());
        assertRefused(() -> iModel.edit().aspects().insert(of.build()), Status.NOT_ENABLED);
        assertRefused(
                () -> iModel.edit().stream("Generic:PhysicalObject")
                        .model(PARTITION)
                        .category(0x13)
                        .codeSpec(1, 1)
                        .insert(),
                Status.NOT_ENABLED);
        // The root itself stands in the repository model.
        iModel.edit().elements().update(json("{'id':'0x1c','userLabel':'x'}"));
        channels.allow("one");
        assertThat(channels.isAllowed("one")).isTrue();
        iModel.edit().elements().update(update);
        assertThat(insertThing()).isPositive();
        channels.disallow("one");
        assertRefused(this::insertThing, Status.NOT_ENABLED);
    }

    @Test
    void theSharedChannelCanBeClosed() {
        channels.disallow(Channels.SHARED);
        assertRefused(this::insertThing, Status.NOT_ENABLED);
        channels.allow(Channels.SHARED);
        assertThat(insertThing()).isPositive();
    }

    @Test
    void aRootThatIsAbandonedOrDeletedClosesNothing() {
        iModel.saveChanges();
        channels.makeRoot(PARTITION, "one");
        assertRefused(this::insertThing, Status.NOT_ENABLED);
        iModel.abandonChanges();
        assertThat(insertThing()).isPositive();
        long subject = channels.insertSubject(ROOT, "S", "two", null);
        iModel.edit().elements().delete(subject);
        assertThat(channels.channelRoot("two")).isZero();
        channels.makeRoot(PARTITION, "one");
        JsonObject root = iModel.aspects().of(PARTITION).stream()
                .filter(aspect -> "one".equals(aspect.text("owner")))
                .findFirst()
                .orElseThrow();
        iModel.edit().aspects().delete(Id64.parseLenient(String.valueOf(root.text("id"))));
        assertThat(insertThing()).isPositive();
    }

    @Test
    void whatMovesBelowARootIsInItsChannel() {
        long root = channels.insertSubject(ROOT, "S", "one", null);
        long other = iModel.edit()
                .elements()
                .insert(
                        json(
                                "{'classFullName':'BisCore:Subject','model':'0x1','parent':{'id':'0x1',"
                                        + "'relClassName':'BisCore:SubjectOwnsSubjects'},'code':{'spec':'0x1','scope':'0x1','value':'o'}}"));
        assertThat(channels.keyOf(other)).isEqualTo(Channels.SHARED);
        JsonObject parent = JsonObject.builder()
                .put("id", Id64.toHex(root))
                .put("relClassName", "BisCore:SubjectOwnsSubjects")
                .build();
        iModel.edit()
                .elements()
                .update(JsonObject.builder()
                        .put("id", Id64.toHex(other))
                        .put("parent", parent)
                        .build());
        assertThat(channels.keyOf(other)).isEqualTo("one");
    }
}
