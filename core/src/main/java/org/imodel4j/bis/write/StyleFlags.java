package org.imodel4j.bis.write;

import java.util.List;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The view flags of a display style as files have them: those that are set, and always the render mode. */
final class StyleFlags {
    /** What a style has that says nothing of its flags. */
    static final JsonObject UNSTYLED = JsonObject.builder()
            .put("noConstruct", true)
            .put("clipVol", true)
            .put("renderMode", 0)
            .build();

    private static final List<String> NAMES = List.of(
            "noConstruct",
            "noDim",
            "noPattern",
            "noWeight",
            "noStyle",
            "noTransp",
            "noFill",
            "grid",
            "acs",
            "noTexture",
            "noMaterial",
            "noCameraLights",
            "noSourceLights",
            "noSolarLight",
            "visEdges",
            "hidEdges",
            "shadows",
            "clipVol",
            "hlMatColors",
            "monochrome",
            "backgroundMap",
            "thematicDisplay",
            "wiremesh",
            "ambientOcclusion",
            "edgeMask",
            "forceSurfaceDiscard",
            "noWhiteOnWhiteReversal");

    private static final String EDGE_MASK = "edgeMask";

    /** Two bits. */
    private static final int EDGE_MASKS = 3;

    private static final int WIREFRAME = 0;
    private static final int HIDDEN_LINE = 3;
    private static final int SOLID_FILL = 4;
    private static final int SMOOTH_SHADE = 6;

    private StyleFlags() {}

    static JsonObject of(@Nullable JsonValue given) {
        JsonObject flags = given instanceof JsonObject object ? object : JsonObject.EMPTY;
        JsonObject.Builder stored = JsonObject.builder();
        for (String name : NAMES) {
            JsonValue value = flags.get(name);
            if (name.equals(EDGE_MASK)) {
                int mask = JsonMember.integer(value) & EDGE_MASKS;
                if (mask != 0) {
                    stored.put(name, mask);
                }
            } else if (JsonMember.isTruthy(value)) {
                stored.put(name, true);
            }
        }
        return stored.put("renderMode", renderMode(flags.get("renderMode"))).build();
    }

    /** All modes below hidden lines are wireframe, all above solid fill are smooth. */
    private static int renderMode(@Nullable JsonValue given) {
        long mode = Integer.toUnsignedLong(JsonMember.integer(given));
        if (mode < HIDDEN_LINE) {
            return WIREFRAME;
        }
        return mode > SOLID_FILL ? SMOOTH_SHADE : (int) mode;
    }
}
