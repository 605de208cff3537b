package org.imodel4j.imodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.bis.CodeSpecs.CodeSpec;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.bis.Fonts.Font;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.imodel.create.SystemSchemas;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * Reads all that an iModel holds and writes it into a new one, with the ids that it had, through what every user of the library can call. The
 * schemas are imported from their documents.
 */
final class IModelCopy {
    private static final ElementOptions WHOLE = ElementOptions.DEFAULT.withGeometry(true, true);

    /** What begins differently in each file, or belongs to the format of the file. */
    private static final Set<String> OF_THE_FILE = Set.of("SchemaVersion", "InitialSchemaVersion", "DbGuid");

    private final SnapshotDb from;
    private final WritableIModelDb to;
    private final Set<Long> pending = new LinkedHashSet<>();
    private final List<JsonObject> lateCodes = new ArrayList<>();

    private IModelCopy(SnapshotDb from, WritableIModelDb to) {
        this.from = from;
        this.to = to;
    }

    /** @param to must not exist */
    static void make(Path source, Path to) {
        try (SnapshotDb from = SnapshotDb.open(source)) {
            CreateIModelProps props = new CreateIModelProps(
                    from.rootSubject(),
                    "",
                    from.iModelId(),
                    from.projectExtents(),
                    from.globalOrigin(),
                    from.ecefLocation());
            SnapshotDb.createEmpty(to, props).close();
            try (WritableIModelDb copy = SnapshotDb.openForWrite(to)) {
                new IModelCopy(from, copy).run();
                copy.saveChanges();
            }
        }
    }

    private void run() {
        schemas();
        for (CodeSpec spec : from.codeSpecs().all()) {
            if (to.codeSpecs().tryGet(spec.id()) == null) {
                to.edit().codeSpecs().insert(spec.id(), spec.name(), spec.jsonProperties());
            }
        }
        for (Font font : from.fonts().all()) {
            to.fontWriter().acquireId(FontType.ofNumber(font.type()), font.name());
        }
        List<Long> all = ids("bis.Element");
        pending.addAll(all);
        all.forEach(this::element);
        lateCodes.forEach(to.edit().elements()::update);
        for (long id : ids("bis.ElementAspect")) {
            to.edit().aspects().insert(from.aspects().get(id), true);
        }
        links("BisCore:ElementRefersToElements");
        links("BisCore:ElementDrivesElement");
        links("BisCore:ModelSelectorRefersToModels");
        geometryGuids();
        fileProperties();
    }

    private void schemas() {
        List<SchemaInput> missing = new ArrayList<>();
        for (ECSchema schema : from.schemas().schemas()) {
            if (to.schemas().trySchema(schema.name()) == null) {
                missing.add(document(schema.name()));
            }
        }
        if (!missing.isEmpty()) {
            to.importSchemas(missing, List.of());
        }
    }

    /** From the fixtures, else one of those that the program has. */
    private static SchemaInput document(String name) {
        String[] found = StoredFile.path("schemas/domain")
                .toFile()
                .list((folder, file) -> file.startsWith(name + '.') && file.endsWith(".ecschema.xml"));
        return found == null || found.length == 0
                ? new SchemaInput.Text(name, SystemSchemas.text(name))
                : new SchemaInput.File(StoredFile.path("schemas/domain").resolve(found[0]));
    }

    private List<Long> ids(String className) {
        return from.read(connection -> {
            List<Long> ids = new ArrayList<>();
            try (ECSqlCursor cursor = connection.query("SELECT ECInstanceId FROM " + className + " ORDER BY 1")) {
                while (cursor.step()) {
                    ids.add(cursor.getLong(0));
                }
            }
            return ids;
        });
    }

    /** Copies an element behind all elements whose ids stand in its props, and then its model. */
    private void element(long id) {
        if (!pending.remove(id)) {
            return;
        }
        JsonObject read = from.elements().get(ElementKey.of(id), WHOLE);
        mentioned(read);
        JsonObject.Builder props = JsonObject.builder();
        props.put("federationGuid", "");
        for (Map.Entry<String, JsonValue> member : read.members().entrySet()) {
            if (isOfElement(member.getKey(), read)) {
                props.put(member.getKey(), member.getValue());
            }
        }
        JsonObject scope = read.object("code");
        long scopeId = scope == null ? 0 : Id64.parseLenient(String.valueOf(scope.text("scope")));
        if (id != 1 && to.elements().tryGet(ElementKey.of(scopeId), ElementOptions.DEFAULT) == null) {
            props.put("code", JsonValue.NULL);
            lateCodes.add(JsonObject.builder()
                    .put("id", Id64.toHex(id))
                    .putIfPresent("code", scope)
                    .build());
        }
        // Reads the same as no appearance at all, but a new sub-category without one is white.
        if ("BisCore:SubCategory".equals(read.text("classFullName")) && read.get("appearance") == null) {
            props.put("appearance", JsonObject.EMPTY);
        }
        JsonObject present = to.elements().tryGet(ElementKey.of(id), WHOLE);
        if (present == null) {
            to.edit().elements().insert(props.build(), true);
        } else {
            to.edit().elements().update(other(props.build(), present));
        }
        model(id);
    }

    /** What is to be changed of an element that comes with the iModel, or with its category. */
    private static JsonObject other(JsonObject wanted, JsonObject present) {
        JsonObject.Builder other = JsonObject.builder().putIfPresent("id", wanted.get("id"));
        wanted.members().forEach((name, value) -> {
            if (!value.equals(present.get(name))) {
                other.put(name, value);
            }
        });
        return other.build();
    }

    private void mentioned(JsonValue value) {
        switch (value) {
            case JsonValue.Text text -> {
                if (text.value().startsWith("0x")) {
                    element(Id64.parseLenient(text.value()));
                }
            }
            case JsonArray array -> array.items().forEach(this::mentioned);
            case JsonObject object ->
                object.members().forEach((name, member) -> {
                    // Code specs have ids of their own.
                    if (!name.equals("spec")) {
                        mentioned(member);
                    }
                });
            default -> {}
        }
    }

    /** What selectors select are links, which have ids of their own; an element without a box lies nowhere. */
    private static boolean isOfElement(String member, JsonObject element) {
        return switch (member) {
            case "models" -> !"BisCore:ModelSelector".equals(element.text("classFullName"));
            case "categories" -> !"BisCore:CategorySelector".equals(element.text("classFullName"));
            case "placement" -> {
                JsonObject placement = element.object("placement");
                yield placement != null && placement.get("bbox") != null;
            }
            default -> true;
        };
    }

    private void model(long id) {
        JsonObject model = from.models().tryGet(id);
        if (model == null) {
            return;
        }
        if (to.models().tryGet(id) == null) {
            to.edit().models().insert(model);
        } else {
            to.edit().models().update(model);
        }
    }

    private void links(String root) {
        for (long id : ids(root)) {
            JsonObject ends = from.relationships().get(root, id);
            String className = String.valueOf(ends.text("classFullName"));
            to.edit().relationships().insert(from.relationships().get(className, id), true);
        }
    }

    private void geometryGuids() {
        for (long id : ids("bis.GeometricModel")) {
            String guid = from.models().get(id).text("geometryGuid");
            to.edit().models().setGeometryGuid(id, guid == null ? null : Guid.parse(guid));
        }
    }

    private void fileProperties() {
        for (FileProperty property : from.fileProperties().all()) {
            if (!OF_THE_FILE.contains(property.name())) {
                to.fileProperties()
                        .save(
                                property,
                                from.fileProperties().tryText(property),
                                from.fileProperties().tryBytes(property));
            }
        }
    }
}
