package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.id.CompressedId64Set;
import org.imodel4j.id.Id64;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a frontend asks for when it opens a view. Safe for use by several threads. */
public final class Views {
    /** The null range of the frontend's geometry, which is not that of single models. */
    private static final Range3d NOTHING = Range3d.of(1e200, 1e200, 1e200, -1e200, -1e200, -1e200);

    private final ECSchemas schemas;
    private final ConnectionSource source;
    private final Elements elements;
    private final Models models;
    private final ModelExtents extents;

    public Views(ECSchemas schemas, ConnectionSource source) {
        this.schemas = schemas;
        this.source = source;
        this.elements = new Elements(schemas, source);
        this.models = new Models(schemas, source);
        this.extents = new ModelExtents(schemas, source);
    }

    /** The id of the default view, 0 when none is set. */
    public long defaultViewId() {
        return source.<Long>read(connection -> ViewProperties.defaultView(connection.statements()));
    }

    /** The picture of a view, null when there is none. */
    public @Nullable Thumbnail tryThumbnail(long viewId) {
        return source.read(connection -> ViewProperties.thumbnail(viewId, connection.statements()));
    }

    /**
     * ViewStateProps: the definition with its selectors and display style, and what its kind of view needs beside them.
     *
     * @param options how the display style is read
     * @throws IModelException NotFound when there is no such view, or one of its parts is missing
     */
    public JsonObject viewState(long viewId, ElementOptions options) {
        JsonObject view = tryView(viewId, options);
        if (view == null) {
            throw Elements.notFound(ElementKey.of(viewId));
        }
        JsonObject.Builder state = JsonObject.builder().put("viewDefinitionProps", view);
        state.put("categorySelectorProps", part(view, "categorySelectorId", options));
        state.put("displayStyleProps", part(view, "displayStyleId", options));
        if (view.get("modelSelectorId") != null) {
            state.put("modelSelectorProps", part(view, "modelSelectorId", options));
        }
        long baseModel = id(view, "baseModelId");
        if (baseModel != 0) {
            addBaseModel(view, baseModel, options, state);
        }
        return state.build();
    }

    private @Nullable JsonObject tryView(long viewId, ElementOptions options) {
        ECClass viewClass = schemas.getClass("BisCore:ViewDefinition");
        long classId = source.<Long>read(connection -> Elements.classId(viewId, connection.statements()));
        return classId != 0 && schemas.isSubclass(classId, viewClass.id())
                ? elements.tryGet(ElementKey.of(viewId), options)
                : null;
    }

    private JsonObject part(JsonObject view, String member, ElementOptions options) {
        return elements.get(ElementKey.of(id(view, member)), options);
    }

    private static long id(JsonObject object, String member) {
        String text = object.text(member);
        return text != null && Id64.isId(text) ? Id64.parse(text) : 0;
    }

    private void addBaseModel(JsonObject view, long baseModel, ElementOptions options, JsonObject.Builder state) {
        if (isA(view, "SheetViewDefinition")) {
            state.put("sheetProps", elements.get(ElementKey.of(baseModel), options));
            state.put("sheetAttachments", attachments(baseModel));
        } else if (isA(view, "DrawingViewDefinition")) {
            JsonObject modeled = elements.tryGet(ElementKey.of(baseModel), ElementOptions.DEFAULT);
            JsonObject section = modeled == null || !isA(modeled, "SectionDrawing") ? null : section(modeled);
            state.putIfPresent("sectionDrawing", section);
        }
        ModelExtent extent = extents.query(baseModel);
        if (!extent.isNull()) {
            state.put("modelExtents", extent.range());
        }
    }

    private boolean isA(JsonObject element, String bisClassName) {
        String name = element.text("classFullName");
        ECClass actual = name == null ? null : schemas.tryClass(name);
        ECClass base = schemas.tryClass("BisCore", bisClassName);
        return actual != null && base != null && schemas.isSubclass(actual.id(), base.id());
    }

    private JsonArray attachments(long sheetModel) {
        String ecsql = "SELECT ECInstanceId FROM BisCore.ViewAttachment WHERE Model.Id=" + sheetModel
                + " ORDER BY ECInstanceId";
        IdSet ids = source.read(connection -> SubCategories.ids(ecsql, connection));
        List<JsonValue> texts = new ArrayList<>();
        ids.forEach(id -> texts.add(JsonValue.of(Id64.toHex(id))));
        return new JsonArray(texts);
    }

    /** What a drawing that is a section through a spatial view adds; null when it names no view. */
    private static @Nullable JsonObject section(JsonObject drawing) {
        JsonObject spatialView = drawing.object("spatialView");
        String viewId = spatialView == null ? null : spatialView.text("id");
        if (viewId == null || viewId.equals("0")) {
            return null;
        }
        JsonObject properties = drawing.object("jsonProperties");
        Boolean shown = properties == null ? null : properties.bool("displaySpatialView");
        return JsonObject.builder()
                .put("spatialView", viewId)
                .put("displaySpatialView", Boolean.TRUE.equals(shown))
                .putIfPresent(
                        "drawingToSpatialTransform",
                        properties == null ? null : properties.get("drawingToSpatialTransform"))
                .build();
    }

    /**
     * Answers each member of a HydrateViewStateRequestProps that is there; what does not exist is left out.
     *
     * @throws IModelException NotFound when the spatial view does not exist, BadArg for malformed sets of ids
     */
    public JsonObject hydrate(JsonObject request) {
        ElementOptions options = loadOptions(request.object("viewStateLoadProps"));
        JsonObject.Builder response = JsonObject.builder();
        long acs = id(request, "acsId");
        if (acs != 0) {
            response.putIfPresent("acsElementProps", elements.tryGet(ElementKey.of(acs), ElementOptions.DEFAULT));
        }
        IdSet notLoaded = ids(request, "notLoadedModelSelectorStateModels");
        if (notLoaded != null) {
            List<JsonValue> found = new ArrayList<>();
            notLoaded.forEach(id -> addIfPresent(models.tryGet(id), found));
            response.put("modelSelectorStateModels", new JsonArray(found));
        }
        IdSet attachments = ids(request, "sheetViewAttachmentIds");
        if (attachments != null) {
            addAttachments(attachments, options, response);
        }
        long baseModel = id(request, "baseModelId");
        if (baseModel != 0) {
            response.putIfPresent("baseModelProps", models.tryGet(baseModel));
        }
        long spatialView = id(request, "spatialViewId");
        if (spatialView != 0) {
            response.put("spatialViewProps", viewState(spatialView, options));
        }
        return response.build();
    }

    private static void addIfPresent(@Nullable JsonObject value, List<JsonValue> to) {
        if (value != null) {
            to.add(value);
        }
    }

    private static @Nullable IdSet ids(JsonObject request, String member) {
        String text = request.text(member);
        return text == null || text.isEmpty() ? null : CompressedId64Set.decode(text);
    }

    /** The attachments that exist, and beside each the state of its view, null when that can not be had. */
    private void addAttachments(IdSet ids, ElementOptions options, JsonObject.Builder response) {
        List<JsonValue> attachments = new ArrayList<>();
        List<JsonValue> views = new ArrayList<>();
        ids.forEach(id -> {
            JsonObject attachment = elements.tryGet(ElementKey.of(id), ElementOptions.DEFAULT);
            if (attachment != null) {
                JsonObject view = attachment.object("view");
                attachments.add(attachment);
                views.add(view == null ? JsonValue.NULL : stateOrNull(id(view, "id"), options));
            }
        });
        response.put("sheetViewViews", new JsonArray(views));
        response.put("sheetViewAttachmentProps", new JsonArray(attachments));
    }

    private JsonValue stateOrNull(long viewId, ElementOptions options) {
        try {
            return viewState(viewId, options);
        } catch (IModelException e) {
            if (e.errorNumber() == Status.NOT_FOUND.number()) {
                return JsonValue.NULL;
            }
            throw e;
        }
    }

    /** How ViewStateLoadProps want the display style; null stands for no wishes. */
    public static ElementOptions loadOptions(@Nullable JsonObject loadProps) {
        JsonObject style = loadProps == null ? null : loadProps.object("displayStyle");
        if (style == null) {
            return ElementOptions.DEFAULT;
        }
        return new ElementOptions(
                BinaryFormat.BASE64,
                Boolean.TRUE.equals(style.bool("omitScheduleScriptElementIds")),
                Boolean.TRUE.equals(style.bool("compressExcludedElementIds")),
                false,
                false,
                false);
    }

    /**
     * CustomViewState3dProps: what a view of certain models shows, whatever their elements' categories.
     *
     * @param modelIds null for all spatially located models that are neither private nor templates
     */
    public JsonObject customViewState3d(@Nullable IdSet modelIds) {
        record Shown(IdSet models, IdSet categories) {}
        Shown shown = source.read(connection -> new Shown(
                modelIds == null ? defaultModels(connection) : modelIds,
                SubCategories.usedSpatialCategories(connection)));
        Range3d range = Range3d.NULL;
        for (int i = 0; i < shown.models().size(); i++) {
            range = range.union(extents.query(shown.models().get(i)).box());
        }
        return JsonObject.builder()
                .put("modelIds", CompressedId64Set.encode(shown.models()))
                .put("categoryIds", CompressedId64Set.encode(shown.categories()))
                .put("modelExtents", ModelExtent.json(range.isNull() ? NOTHING : range))
                .build();
    }

    /** The property that says where models lie is missing from early releases of BisCore. */
    private IdSet defaultModels(ReadConnection connection) {
        ECClass models = schemas.getClass("BisCore:GeometricModel3d");
        String located = models.tryProperty("IsNotSpatiallyLocated") == null
                ? ""
                : " AND (IsNotSpatiallyLocated IS NULL OR IsNotSpatiallyLocated=false)";
        return SubCategories.ids(
                "SELECT ECInstanceId FROM BisCore.GeometricModel3d WHERE IsPrivate=false AND IsTemplate=false"
                        + located,
                connection);
    }
}
