package org.imodel4j.cli.sample;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.id.Id64;
import org.imodel4j.imodel.FileProperty;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** Saved views of the buildings, the garden, the plans and the sheet, with what they select and how they show it. */
final class Views {
    private static final List<String> SPATIAL =
            List.of("Structure", "Walls", "Openings", "Furniture", "Rooms", "Grounds", "Exhibits");

    private static final YawPitchRollAngles TOP = YawPitchRollAngles.ZERO;
    private static final YawPitchRollAngles FRONT = new YawPitchRollAngles(0, 0, -90);

    /** From the front left, above. */
    private static final YawPitchRollAngles CORNER =
            new YawPitchRollAngles(30, -Math.toDegrees(Math.atan(Math.sqrt(0.5))), -45);

    private final Site site;

    private Views(Site site) {
        this.site = site;
    }

    static void make(Site site) {
        new Views(site).make();
    }

    private void make() {
        List<Long> models = new ArrayList<>();
        for (int i = 0; i < site.size().buildings(); i++) {
            models.add(site.names().get("model:" + Building.name(i)));
        }
        long buildings = selector("ModelSelector", "Buildings", "models", models);
        models.add(site.names().get("model:Garden"));
        long everything = selector("ModelSelector", "Everything", "models", models);
        long garden = selector(
                "ModelSelector", "Garden", "models", List.of(site.names().get("model:Garden")));
        long all = categories("Everything", SPATIAL);
        long bare = categories("Structure only", List.of("Structure"));
        long noRooms = categories(
                "Without rooms",
                SPATIAL.stream().filter(name -> !name.equals("Rooms")).toList());
        long smooth = style3d("Smooth", 6, true, "#d8e6f0");
        long wire = style3d("Wireframe", 0, false, "#ffffff");

        double[] far = Plan.far(site.size());
        Range3d town = Range3d.of(0, 0, -Plan.SLAB, far[0] - Plan.SPACING, far[1] - Plan.SPACING, far[2]);
        Range3d lawn = Range3d.of(0, -Garden.DEPTH - 2, -1, Garden.LENGTH, 0, 3);
        long overview = spatial("Overview", everything, noRooms, smooth, town.union(lawn), CORNER, true);
        spatial("Front", buildings, noRooms, smooth, town, FRONT, false);
        spatial("Top", buildings, all, wire, town, TOP, false);
        spatial("Structure", buildings, bare, smooth, town, CORNER, false);
        spatial("Garden", garden, all, smooth, lawn, CORNER, false);
        flatViews();
        site.db()
                .fileProperties()
                .save(
                        FileProperty.of("dgn_View", "DefaultView"),
                        null,
                        ByteBuffer.allocate(Long.BYTES)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putLong(overview)
                                .array());
    }

    private void flatViews() {
        long plan = categories("Plans", List.of("Plan"));
        JsonObject styles = JsonObject.builder()
                .put("backgroundColor", 0xffffff)
                .put("viewflags", viewFlags(0, false))
                .build();
        long style = style("DisplayStyle2d", "Paper", styles);
        for (int storey = 0; storey < site.size().storeys(); storey++) {
            String name = "Storey " + storey;
            long view = flat(
                    "DrawingViewDefinition",
                    name,
                    site.names().get("drawing:" + storey),
                    plan,
                    style,
                    flatExtent(-3, -3, Plan.length(site.size()) + 6, Plan.DEPTH + 6));
            site.names().put("view:" + name, view);
        }
        flat(
                "SheetViewDefinition",
                "Sheet A-01",
                site.names().get("sheet"),
                plan,
                style,
                flatExtent(0, 0, Drawings.SHEET_WIDTH, Drawings.SHEET_HEIGHT));
    }

    private Props definition(String className, String spec, String name) {
        return Props.of("BisCore:" + className).model(Site.DICTIONARY).code(site.spec(spec), Site.DICTIONARY, name);
    }

    private long selector(String className, String name, String member, List<Long> selected) {
        List<JsonValue> ids = new ArrayList<>();
        selected.forEach(id -> ids.add(JsonValue.of(Id64.toHex(id))));
        return site.element(definition(className, className, name).put(member, new JsonArray(ids)));
    }

    private long categories(String name, List<String> categories) {
        return selector(
                "CategorySelector",
                name,
                "categories",
                categories.stream()
                        .map(category -> site.names().get("category:" + category))
                        .toList());
    }

    private long style3d(String name, int renderMode, boolean sky, String background) {
        JsonObject environment = JsonObject.builder()
                .put("sky", JsonObject.builder().put("display", sky).build())
                .put("ground", JsonObject.builder().put("display", false).build())
                .build();
        return style(
                "DisplayStyle3d",
                name,
                JsonObject.builder()
                        .put("backgroundColor", Colours.parse(background))
                        .put("viewflags", viewFlags(renderMode, renderMode != 0))
                        .put("environment", environment)
                        .build());
    }

    private static JsonObject viewFlags(int renderMode, boolean edges) {
        return JsonObject.builder()
                .put("renderMode", renderMode)
                .put("visEdges", edges)
                .put("noConstruct", true)
                .build();
    }

    private long style(String className, String name, JsonObject styles) {
        return site.element(definition(className, "DisplayStyle", name)
                .put(
                        "jsonProperties",
                        JsonObject.builder().put("styles", styles).build()));
    }

    private long spatial(
            String name,
            long models,
            long categories,
            long style,
            Range3d shown,
            YawPitchRollAngles angles,
            boolean camera) {
        ViewBox box = ViewBox.around(shown, angles);
        return site.element(definition("SpatialViewDefinition", "ViewDefinition", name)
                .id("categorySelectorId", categories)
                .id("displayStyleId", style)
                .id("modelSelectorId", models)
                .put("cameraOn", camera)
                .put("origin", point(box.origin()))
                .put("extents", point(box.extents()))
                .put("angles", angles(angles))
                .put(
                        "camera",
                        JsonObject.builder()
                                .put("eye", point(box.eye()))
                                .put("focusDist", box.focusDistance())
                                .put("lens", box.lensDegrees())
                                .build())
                .put("jsonProperties", details()));
    }

    private static JsonObject details() {
        return JsonObject.builder().put("viewDetails", JsonObject.EMPTY).build();
    }

    private static JsonObject angles(YawPitchRollAngles angles) {
        return JsonObject.builder()
                .put("yaw", angles.yaw())
                .put("pitch", angles.pitch())
                .put("roll", angles.roll())
                .build();
    }

    static JsonArray point(Point3d point) {
        return JsonArray.of(point.x(), point.y(), point.z());
    }

    /** What a flat view shows. */
    private record Extent(JsonArray origin, JsonArray delta) {}

    private static Extent flatExtent(double x, double y, double width, double height) {
        return new Extent(JsonArray.of(x, y), JsonArray.of(width, height));
    }

    private long flat(String className, String name, long model, long categories, long style, Extent extent) {
        return site.element(definition(className, "ViewDefinition", name)
                .id("categorySelectorId", categories)
                .id("displayStyleId", style)
                .id("baseModelId", model)
                .put("origin", extent.origin())
                .put("delta", extent.delta())
                .put("angle", 0)
                .put("jsonProperties", details()));
    }

    /** A placement whose box is given, because no geometry tells it. */
    static JsonObject flatBox(double x, double y, double width, double height) {
        return JsonObject.builder()
                .put("origin", JsonArray.of(x, y))
                .put("angle", 0)
                .put(
                        "bbox",
                        JsonObject.builder()
                                .put("low", JsonArray.of(0.0, 0.0))
                                .put("high", JsonArray.of(width, height))
                                .build())
                .build();
    }
}
