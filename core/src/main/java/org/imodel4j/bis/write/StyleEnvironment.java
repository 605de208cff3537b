package org.imodel4j.bis.write;

import java.util.List;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The environment of a 3d display style as files have it: a ground plane and a sky, both complete, and nothing else. */
final class StyleEnvironment {
    /** What a style has that says nothing of its styles: no elevation, and all is black. */
    static final JsonObject UNSTYLED;

    private static final double ELEVATION = -0.01;
    private static final double EXPONENT = 4;

    /** Colors as 0xBBGGRR. */
    private static final int ABOVE_GROUND = 0x008000;

    private static final int BELOW_GROUND = 0x13458b;
    private static final int GROUND = 0x7d8f78;
    private static final int ZENITH = 0xff7536;
    private static final int NADIR = 0x000f28;
    private static final int SKY = 0xffcd8f;

    private static final int CYLINDRICAL = 1;
    private static final int SPHERICAL = 2;
    private static final int CUBE = 3;
    private static final List<String> FACES = List.of("front", "back", "top", "bottom", "right", "left");

    static {
        JsonObject ground = JsonObject.builder()
                .put("elevation", 0)
                .put("aboveColor", 0)
                .put("belowColor", 0)
                .build();
        JsonObject sky = JsonObject.builder()
                .put("groundColor", 0)
                .put("zenithColor", 0)
                .put("nadirColor", 0)
                .put("skyColor", 0)
                .build();
        UNSTYLED = environment(ground, sky);
    }

    private StyleEnvironment() {}

    static JsonObject of(@Nullable JsonValue given) {
        JsonObject environment = given instanceof JsonObject object ? object : JsonObject.EMPTY;
        return environment(member(environment, "ground"), member(environment, "sky"));
    }

    private static JsonObject member(JsonObject of, String name) {
        JsonObject member = of.object(name);
        return member == null ? JsonObject.EMPTY : member;
    }

    private static JsonObject environment(JsonObject ground, JsonObject sky) {
        return JsonObject.builder()
                .put("ground", ground(ground))
                .put("sky", sky(sky))
                .build();
    }

    private static JsonObject ground(JsonObject given) {
        return JsonObject.builder()
                .put("display", JsonMember.isTruthy(given.get("display")))
                .put("elevation", real(given, "elevation", ELEVATION))
                .put("aboveColor", color(given, "aboveColor", ABOVE_GROUND))
                .put("belowColor", color(given, "belowColor", BELOW_GROUND))
                .build();
    }

    private static JsonObject sky(JsonObject given) {
        return JsonObject.builder()
                .put("display", JsonMember.isTruthy(given.get("display")))
                .put("twoColor", JsonMember.isTruthy(given.get("twoColor")))
                .put("groundExponent", real(given, "groundExponent", EXPONENT))
                .put("skyExponent", real(given, "skyExponent", EXPONENT))
                .put("groundColor", color(given, "groundColor", GROUND))
                .put("zenithColor", color(given, "zenithColor", ZENITH))
                .put("nadirColor", color(given, "nadirColor", NADIR))
                .put("skyColor", color(given, "skyColor", SKY))
                .put("image", image(member(given, "image")))
                .build();
    }

    private static JsonObject image(JsonObject given) {
        long type = JsonMember.unsigned(given.get("type"));
        JsonObject.Builder image = JsonObject.builder().put("type", type);
        if (type == CYLINDRICAL || type == SPHERICAL) {
            image.put("texture", JsonMember.text(given.get("texture")));
        } else if (type == CUBE) {
            JsonObject textures = member(given, "textures");
            JsonObject.Builder faces = JsonObject.builder();
            FACES.forEach(face -> faces.put(face, JsonMember.text(textures.get(face))));
            image.put("textures", faces.build());
        }
        return image.build();
    }

    private static double real(JsonObject from, String name, double otherwise) {
        JsonValue.Number number = from.number(name);
        return number == null || !Double.isFinite(number.value()) ? otherwise : number.value();
    }

    private static long color(JsonObject from, String name, int otherwise) {
        JsonValue.Number number = from.number(name);
        return number == null ? otherwise : JsonMember.unsigned(number);
    }
}
