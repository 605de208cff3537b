package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * A {@code BisCore:RenderMaterial} to be inserted. Its settings stand in the JSON properties below {@code materialAssets.renderMaterial}, each beside a
 * flag that says that it counts. All numbers but the finish are from 0 to 1.
 */
public final class RenderMaterialElement extends NewDefinitionElement<RenderMaterialElement> {
    private static final String[] FLAGS = {
        "HasBaseColor", "HasSpecularColor", "HasFinish", "HasDiffuse", "HasSpecular", "HasReflect", "HasReflectColor"
    };

    /** A colour by its parts, each from 0 to 1. */
    public record RgbFactor(double r, double g, double b) {
        JsonObject toProps() {
            return JsonObject.builder().put("r", r).put("g", g).put("b", b).build();
        }
    }

    private RenderMaterialElement(JsonObject props) {
        super(props);
    }

    @Override
    RenderMaterialElement copy(JsonObject changed) {
        return new RenderMaterialElement(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return Code.of(specs, "bis:RenderMaterial", definitionModelId, name);
    }

    /** @param paletteName what it is listed under */
    public static RenderMaterialElement create(Code code, String paletteName) {
        JsonObject.Builder settings = JsonObject.builder();
        for (String flag : FLAGS) {
            settings.put(flag, false);
        }
        return new RenderMaterialElement(definition("BisCore:RenderMaterial", code)
                        .put("paletteName", paletteName)
                        .build())
                .settings(settings);
    }

    private RenderMaterialElement settings(JsonObject.Builder settings) {
        return jsonProperty(
                "materialAssets",
                JsonObject.builder().put("renderMaterial", settings.build()).build());
    }

    public RenderMaterialElement description(String description) {
        return with("description", description);
    }

    /** The colour that takes the place of the surface's own. */
    public RenderMaterialElement color(RgbFactor color) {
        return setting("HasBaseColor", "color", color.toProps());
    }

    public RenderMaterialElement specularColor(RgbFactor color) {
        return setting("HasSpecularColor", "specular_color", color.toProps());
    }

    /** How small highlights are, from 0 to 128. */
    public RenderMaterialElement finish(double finish) {
        return setting("HasFinish", "finish", JsonValue.of(finish));
    }

    /** The transparency that takes the place of the surface's own. */
    public RenderMaterialElement transmit(double transmit) {
        return setting("HasTransmit", "transmit", JsonValue.of(transmit));
    }

    public RenderMaterialElement diffuse(double diffuse) {
        return setting("HasDiffuse", "diffuse", JsonValue.of(diffuse));
    }

    public RenderMaterialElement specular(double specular) {
        return setting("HasSpecular", "specular", JsonValue.of(specular));
    }

    public RenderMaterialElement reflect(double reflect) {
        return setting("HasReflect", "reflect", JsonValue.of(reflect));
    }

    public RenderMaterialElement reflectColor(RgbFactor color) {
        return setting("HasReflectColor", "reflect_color", color.toProps());
    }

    /** The texture on the surface. */
    public RenderMaterialElement patternMap(long textureId) {
        return map("Pattern", textureId);
    }

    /** The texture that says how the surface is bent in detail. */
    public RenderMaterialElement normalMap(long textureId) {
        return map("Normal", textureId);
    }

    private RenderMaterialElement map(String name, long textureId) {
        JsonObject.Builder maps = JsonObject.builder();
        JsonObject known = settings().object("Map");
        if (known != null) {
            known.members().forEach(maps::put);
        }
        maps.put(
                name,
                JsonObject.builder().put("TextureId", Id64.toHex(textureId)).build());
        return settings(begun().put("Map", maps.build()));
    }

    private RenderMaterialElement setting(String flag, String name, JsonValue value) {
        return settings(begun().put(flag, true).put(name, value));
    }

    private JsonObject settings() {
        JsonObject assets = inner("jsonProperties").object("materialAssets");
        JsonObject settings = assets == null ? null : assets.object("renderMaterial");
        return settings == null ? JsonObject.EMPTY : settings;
    }

    private JsonObject.Builder begun() {
        JsonObject.Builder all = JsonObject.builder();
        settings().members().forEach(all::put);
        return all;
    }
}
