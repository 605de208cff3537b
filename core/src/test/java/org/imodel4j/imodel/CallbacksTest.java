package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.bis.write.AspectCallbacks;
import org.imodel4j.bis.write.ElementCallbacks;
import org.imodel4j.bis.write.ModelCallbacks;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is called back when, as iTwin.js does it: its order was recorded with the same classes and edits. */
class CallbacksTest {
    private static final String SCHEMA = """
            <ECSchema schemaName="Cb" alias="cb" version="01.00.00" xmlns="http://www.bentley.com/schemas/Bentley.ECXML.3.2">
              <ECSchemaReference name="BisCore" version="01.00.00" alias="bis"/>
              <ECEntityClass typeName="El"><BaseClass>bis:PhysicalElement</BaseClass></ECEntityClass>
              <ECEntityClass typeName="Kid"><BaseClass>bis:PhysicalElement</BaseClass></ECEntityClass>
              <ECEntityClass typeName="Mod"><BaseClass>bis:PhysicalModel</BaseClass></ECEntityClass>
              <ECEntityClass typeName="Multi">
                <BaseClass>bis:ElementMultiAspect</BaseClass>
                <ECProperty propertyName="A" typeName="string"/>
              </ECEntityClass>
            </ECSchema>
            """;

    private final List<String> calls = new ArrayList<>();
    private String thrower = "";

    @TempDir
    Path folder;

    private WritableIModelDb iModel;
    private long category;
    private long model;

    @BeforeEach
    void open() {
        Path file = folder.resolve("callbacks.bim");
        SnapshotDb.createEmpty(file, CreateIModelProps.of("callbacks")).close();
        iModel = SnapshotDb.openForWrite(file);
        iModel.importSchemas(List.of(new SchemaInput.Text("Cb", SCHEMA)), List.of());
        category = insert(
                "BisCore:SpatialCategory",
                0x10,
                "\"code\":{\"spec\":\"bis:SpatialCategory\",\"scope\":\"0x10\",\"value\":\"C\"}");
        model = insert(
                "BisCore:PhysicalPartition",
                1,
                "\"code\":{\"spec\":\"0x1\",\"scope\":\"0x1\",\"value\":\"\"},"
                        + "\"parent\":{\"id\":\"0x1\",\"relClassName\":\"BisCore:SubjectOwnsPartitionElements\"}");
        iModel.edit().registry().registerElement("BisCore:PhysicalPartition", new Elements("Part"));
        iModel.edit().registry().registerElement("Cb:El", new Elements("El"));
        iModel.edit().registry().registerElement("Cb:Kid", new Elements("Kid"));
        iModel.edit().registry().registerModel("Cb:Mod", new Models());
        iModel.edit().registry().registerAspect("Cb:Multi", new Aspects());
        iModel.edit()
                .models()
                .insert(json(
                        "{\"classFullName\":\"Cb:Mod\",\"modeledElement\":{\"id\":\"" + Id64.toHex(model) + "\"}}"));
    }

    @AfterEach
    void close() {
        iModel.close();
    }

    private static JsonObject json(String text) {
        return TestProps.of(text);
    }

    private long insert(String className, long inModel, String more) {
        return iModel.edit()
                .elements()
                .insert(json("{\"classFullName\":\"" + className + "\",\"model\":\"" + Id64.toHex(inModel) + "\","
                        + more + "}"));
    }

    private long element(String className, long parent) {
        String related = parent == 0
                ? ""
                : ",\"parent\":{\"id\":\"" + Id64.toHex(parent)
                        + "\",\"relClassName\":\"BisCore:PhysicalElementAssemblesElements\"}";
        return insert(
                className,
                model,
                "\"category\":\"" + Id64.toHex(category)
                        + "\",\"code\":{\"spec\":\"0x1\",\"scope\":\"0x1\",\"value\":\"\"}" + related);
    }

    private List<String> callsOf(Runnable edit) {
        calls.clear();
        edit.run();
        return List.copyOf(calls);
    }

    @Test
    void aNewModelAsksItsClassAndThenTheElementThatItModels() {
        assertThat(calls)
                .containsExactly("Mod.onInsert", "Part.onSubModelInsert", "Mod.onInserted", "Part.onSubModelInserted");
    }

    @Test
    void aNewChildAsksItsClassTheModelAndTheParent() {
        long parent = element("Cb:El", 0);
        assertThat(callsOf(() -> element("Cb:Kid", parent)))
                .containsExactly(
                        "Kid.onInsert",
                        "Mod.onInsertElement",
                        "El.onChildInsert",
                        "Kid.onInserted",
                        "Mod.onInsertedElement",
                        "El.onChildInserted");
    }

    @Test
    void anUpdateOfAChildAsksItsParentToo() {
        long parent = element("Cb:El", 0);
        long child = element("Cb:Kid", parent);
        assertThat(callsOf(() -> update(child, "\"userLabel\":\"x\"")))
                .containsExactly(
                        "Kid.onUpdate",
                        "Mod.onUpdateElement",
                        "El.onChildUpdate",
                        "Kid.onUpdated",
                        "Mod.onUpdatedElement",
                        "El.onChildUpdated");
    }

    @Test
    void aChildThatMovesIsDroppedByOneParentAndAddedToTheOther() {
        long from = element("Cb:El", 0);
        long to = element("Cb:El", 0);
        long child = element("Cb:Kid", from);
        assertThat(callsOf(() -> update(
                        child,
                        "\"parent\":{\"id\":\"" + Id64.toHex(to)
                                + "\",\"relClassName\":\"BisCore:PhysicalElementAssemblesElements\"}")))
                .containsExactly(
                        "Kid.onUpdate",
                        "Mod.onUpdateElement",
                        "El.onChildDrop",
                        "El.onChildAdd",
                        "Kid.onUpdated",
                        "Mod.onUpdatedElement",
                        "El.onChildDropped",
                        "El.onChildAdded");
    }

    private void update(long id, String more) {
        iModel.edit().elements().update(json("{\"id\":\"" + Id64.toHex(id) + "\"," + more + "}"));
    }

    @Test
    void childrenThatGoWithTheirParentAreOnlyToldAfterwards() {
        long parent = element("Cb:El", 0);
        element("Cb:Kid", parent);
        assertThat(callsOf(() -> iModel.edit().elements().delete(parent)))
                .containsExactly(
                        "El.onDelete",
                        "Mod.onDeleteElement",
                        "Kid.onDeleted",
                        "Mod.onDeletedElement",
                        "El.onDeleted",
                        "Mod.onDeletedElement");
    }

    @Test
    void aDeletedChildAsksItsParent() {
        long child = element("Cb:Kid", element("Cb:El", 0));
        assertThat(callsOf(() -> iModel.edit().elements().delete(child)))
                .containsExactly(
                        "Kid.onDelete",
                        "Mod.onDeleteElement",
                        "El.onChildDelete",
                        "Kid.onDeleted",
                        "Mod.onDeletedElement",
                        "El.onChildDeleted");
    }

    @Test
    void anAspectCountsAsAnUpdateOfItsElementAfterwards() {
        long element = element("Cb:El", 0);
        assertThat(callsOf(() -> aspect(element)))
                .containsExactly("Multi.onInsert", "El.onUpdated", "Mod.onUpdatedElement", "Multi.onInserted");
    }

    private long aspect(long element) {
        return iModel.edit()
                .aspects()
                .insert(json("{\"classFullName\":\"Cb:Multi\",\"element\":{\"id\":\"" + Id64.toHex(element)
                        + "\"},\"a\":\"x\"}"));
    }

    @Test
    void aModelIsDeletedWithItsElementsInside() {
        element("Cb:El", 0);
        assertThat(callsOf(() -> iModel.edit().models().delete(model)))
                .containsExactly(
                        "Part.onSubModelDelete",
                        "Mod.onDelete",
                        "El.onDelete",
                        "Mod.onDeleteElement",
                        "El.onDeleted",
                        "Mod.onDeletedElement",
                        "Mod.onDeleted",
                        "Part.onSubModelDeleted");
    }

    @Test
    void whatACallbackChangesInThePropsIsWritten() {
        long id = element("Cb:El", 0);
        assertThat(iModel.elements()
                        .get(ElementKey.of(id), ElementOptions.DEFAULT)
                        .text("userLabel"))
                .isEqualTo("labelled by El");
    }

    @Test
    void aThrowInACallbackAfterTheFactTakesTheEditBack() {
        thrower = "El.onInserted";
        assertThatThrownBy(() -> element("Cb:El", 0)).isInstanceOf(IllegalStateException.class);
        thrower = "";
        assertThat(iModel.reader().query("SELECT 1 FROM Cb.El").step()).isFalse();
    }

    @Test
    void aThrowInACallbackOfADeletionKeepsTheElement() {
        long parent = element("Cb:El", 0);
        long child = element("Cb:Kid", parent);
        thrower = "El.onDeleted";
        assertThatThrownBy(() -> iModel.edit().elements().delete(parent)).isInstanceOf(IllegalStateException.class);
        thrower = "";
        assertThat(iModel.elements().tryGet(ElementKey.of(child), ElementOptions.DEFAULT))
                .isNotNull();
    }

    @Test
    void aClassWithCallbacksCanNotBeStreamed() {
        assertThatThrownBy(() -> iModel.edit().stream("Cb:El"))
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(Status.BAD_REQUEST.number()));
    }

    private void call(String name) {
        calls.add(name);
        if (name.equals(thrower)) {
            throw new IllegalStateException(name);
        }
    }

    private final class Elements implements ElementCallbacks {
        private final String name;

        Elements(String name) {
            this.name = name;
        }

        @Override
        public JsonObject onInsert(JsonObject props) {
            call(name + ".onInsert");
            JsonObject.Builder changed = JsonObject.builder();
            props.members().forEach(changed::put);
            return changed.put("userLabel", "labelled by " + name).build();
        }

        @Override
        public void onInserted(long id) {
            call(name + ".onInserted");
        }

        @Override
        public JsonObject onUpdate(JsonObject props) {
            call(name + ".onUpdate");
            assertThat(props.text("classFullName")).isNotNull();
            return props;
        }

        @Override
        public void onUpdated(long id) {
            call(name + ".onUpdated");
        }

        @Override
        public void onDelete(long id) {
            call(name + ".onDelete");
        }

        @Override
        public void onDeleted(long id) {
            call(name + ".onDeleted");
        }

        @Override
        public void onChildInsert(long parentId, JsonObject childProps) {
            call(name + ".onChildInsert");
        }

        @Override
        public void onChildInserted(long parentId, long childId) {
            call(name + ".onChildInserted");
        }

        @Override
        public void onChildUpdate(long parentId, JsonObject childProps) {
            call(name + ".onChildUpdate");
        }

        @Override
        public void onChildUpdated(long parentId, long childId) {
            call(name + ".onChildUpdated");
        }

        @Override
        public void onChildDelete(long parentId, long childId) {
            call(name + ".onChildDelete");
        }

        @Override
        public void onChildDeleted(long parentId, long childId) {
            call(name + ".onChildDeleted");
        }

        @Override
        public void onChildAdd(long parentId, JsonObject childProps) {
            call(name + ".onChildAdd");
        }

        @Override
        public void onChildAdded(long parentId, long childId) {
            call(name + ".onChildAdded");
        }

        @Override
        public void onChildDrop(long parentId, long childId) {
            call(name + ".onChildDrop");
        }

        @Override
        public void onChildDropped(long parentId, long childId) {
            call(name + ".onChildDropped");
        }

        @Override
        public void onSubModelInsert(JsonObject subModelProps) {
            call(name + ".onSubModelInsert");
        }

        @Override
        public void onSubModelInserted(long subModelId) {
            call(name + ".onSubModelInserted");
        }

        @Override
        public void onSubModelDelete(long subModelId) {
            call(name + ".onSubModelDelete");
        }

        @Override
        public void onSubModelDeleted(long subModelId) {
            call(name + ".onSubModelDeleted");
        }
    }

    private final class Models implements ModelCallbacks {
        @Override
        public void onInsert(JsonObject props) {
            call("Mod.onInsert");
        }

        @Override
        public void onInserted(long id) {
            call("Mod.onInserted");
        }

        @Override
        public void onDelete(long id) {
            call("Mod.onDelete");
        }

        @Override
        public void onDeleted(long id) {
            call("Mod.onDeleted");
        }

        @Override
        public void onInsertElement(long modelId, JsonObject elementProps) {
            call("Mod.onInsertElement");
        }

        @Override
        public void onInsertedElement(long modelId, long elementId) {
            call("Mod.onInsertedElement");
        }

        @Override
        public void onUpdateElement(long modelId, JsonObject elementProps) {
            call("Mod.onUpdateElement");
        }

        @Override
        public void onUpdatedElement(long modelId, long elementId) {
            call("Mod.onUpdatedElement");
        }

        @Override
        public void onDeleteElement(long modelId, long elementId) {
            call("Mod.onDeleteElement");
        }

        @Override
        public void onDeletedElement(long modelId, long elementId) {
            call("Mod.onDeletedElement");
        }
    }

    private final class Aspects implements AspectCallbacks {
        @Override
        public void onInsert(JsonObject props, long modelId) {
            call("Multi.onInsert");
        }

        @Override
        public void onInserted(JsonObject props, long modelId) {
            call("Multi.onInserted");
        }
    }
}
