package org.imodel4j.cli.sample;

import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.imodel4j.id.Id64;
import org.imodel4j.imodel.FileProperty;
import org.imodel4j.imodel.FontType;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** Fonts, textures, materials, line styles and categories: how everything else looks. */
final class Styles {
    private static final int PNG = 2;
    private static final String LINE_STYLES = "dgn_LStyle";
    private static final String LINE_CODE = "LineCodeV1";
    private static final int STROKE_PATTERN = 3;

    private final Site site;

    private Styles(Site site) {
        this.site = site;
    }

    static void make(Site site) {
        Styles styles = new Styles(site);
        site.names().put("font:Sans", site.db().fontWriter().acquireId(FontType.TRUE_TYPE, "Arial"));
        Textures.draw(site.seed()).forEach(styles::texture);
        Resources.objects("materials.json").forEach(styles::material);
        styles.lineStyle("Dashes", 0.3, -0.15);
        styles.lineStyle("Dots", 0.02, -0.1);
        Resources.objects("categories.json").forEach(styles::category);
    }

    private void texture(String name, byte[] png) {
        long id = site.element(Props.of("BisCore:Texture")
                .model(Site.DICTIONARY)
                .code(site.spec("Texture"), Site.DICTIONARY, name)
                .put("format", PNG)
                .put("data", Base64.getEncoder().encodeToString(png)));
        site.names().put("texture:" + name, id);
    }

    private void material(JsonObject given) {
        String name = text(given, "name");
        JsonObject.Builder look = JsonObject.builder()
                .put("HasBaseColor", true)
                .put("color", Objects.requireNonNull(given.get("color")))
                .put("HasFinish", true)
                .put("finish", Objects.requireNonNull(given.get("finish")));
        String texture = given.text("texture");
        if (texture != null) {
            JsonObject pattern = JsonObject.builder()
                    .put("TextureId", Id64.toHex(site.names().get("texture:" + texture)))
                    .put("pattern_scale", JsonArray.of(1.0, 1.0))
                    .put("pattern_scalemode", 0)
                    .put("pattern_mapping", 0)
                    .build();
            look.put("Map", JsonObject.builder().put("Pattern", pattern).build());
        }
        JsonObject assets =
                JsonObject.builder().put("renderMaterial", look.build()).build();
        long id = site.element(Props.of("BisCore:RenderMaterial")
                .model(Site.DICTIONARY)
                .code(site.spec("RenderMaterial"), Site.DICTIONARY, name)
                .put("paletteName", "Sample")
                .put(
                        "jsonProperties",
                        JsonObject.builder().put("materialAssets", assets).build()));
        site.names().put("material:" + name, id);
    }

    /** @param lengths of dashes and, negative, of gaps, in metres */
    private void lineStyle(String name, double... lengths) {
        long component = site.db().fileProperties().properties().nextId(LINE_STYLES, LINE_CODE);
        JsonValue[] strokes = new JsonValue[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            strokes[i] = JsonObject.builder()
                    .put("length", Math.abs(lengths[i]))
                    .put("strokeMode", lengths[i] > 0 ? 1 : 0)
                    .build();
        }
        JsonObject code = JsonObject.builder()
                .put("descr", name)
                .put("strokes", JsonArray.of(strokes))
                .build();
        site.db().fileProperties().save(new FileProperty(LINE_STYLES, LINE_CODE, component, 0), Json.write(code), null);
        JsonObject data = JsonObject.builder()
                .put("compId", component)
                .put("compType", STROKE_PATTERN)
                .build();
        long id = site.element(Props.of("BisCore:LineStyle")
                .model(Site.DICTIONARY)
                .code(site.spec("LineStyle"), Site.DICTIONARY, name)
                .put("data", Json.write(data)));
        site.names().put("style:" + name, id);
    }

    private void category(JsonObject given) {
        String name = text(given, "name");
        String kind = text(given, "kind");
        long id = site.element(
                Props.of("BisCore:" + kind).model(Site.DICTIONARY).code(site.spec(kind), Site.DICTIONARY, name));
        site.names().put("category:" + name, id);
        // The default sub-category comes with its category and has the next id.
        site.counted();
        site.edits()
                .elements()
                .update(JsonObject.builder()
                        .put("id", Id64.toHex(id + 1))
                        .put("appearance", appearance(given, "appearance"))
                        .build());
        JsonObject subs = Objects.requireNonNull(given.object("sub"));
        for (Map.Entry<String, JsonValue> sub : subs.members().entrySet()) {
            long subId = site.element(Props.of("BisCore:SubCategory")
                    .model(Site.DICTIONARY)
                    .parent(id, "BisCore:CategoryOwnsSubCategories")
                    .code(site.spec("SubCategory"), id, sub.getKey())
                    .put("appearance", appearance(subs, sub.getKey())));
            site.names().put("sub:" + name + '/' + sub.getKey(), subId);
        }
    }

    private JsonValue appearance(JsonObject of, String name) {
        return Colours.resolve(Objects.requireNonNull(of.get(name)), site.names());
    }

    static String text(JsonObject of, String name) {
        return Objects.requireNonNull(of.text(name));
    }
}
