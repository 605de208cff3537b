package org.imodel4j.bis.element;

import java.util.List;
import org.imodel4j.json.JsonObject;

/** What a display style draws and how. {@link #DEFAULT} is what iTwin.js begins with: a wire frame without construction geometry and lights. */
public final class ViewFlags extends Props<ViewFlags> {
    public static final ViewFlags DEFAULT = new ViewFlags(JsonObject.builder()
            .put("noConstruct", true)
            .put("noSolarLight", true)
            .put("noSourceLights", true)
            .put("noCameraLights", true)
            .put("clipVol", true)
            .put("renderMode", RenderMode.WIREFRAME.number())
            .build());

    /** How surfaces are drawn. */
    public enum RenderMode {
        WIREFRAME(0),
        HIDDEN_LINE(3),
        SOLID_FILL(4),
        SMOOTH_SHADE(6);

        private final int number;

        RenderMode(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /** What is on or off. JSON tells some of them by what is left out: those have names that begin with {@code no}. */
    public enum Flag {
        DIMENSIONS("noDim"),
        PATTERNS("noPattern"),
        WEIGHTS("noWeight"),
        STYLES("noStyle"),
        TRANSPARENCY("noTransp"),
        FILL("noFill"),
        TEXTURES("noTexture"),
        MATERIALS("noMaterial"),
        ACS_TRIAD("acs"),
        GRID("grid"),
        VISIBLE_EDGES("visEdges"),
        HIDDEN_EDGES("hidEdges"),
        SHADOWS("shadows"),
        CLIP_VOLUME("clipVol"),
        CONSTRUCTIONS("noConstruct"),
        MONOCHROME("monochrome"),
        BACKGROUND_MAP("backgroundMap"),
        AMBIENT_OCCLUSION("ambientOcclusion"),
        THEMATIC_DISPLAY("thematicDisplay"),
        WIREMESH("wiremesh"),
        FORCE_SURFACE_DISCARD("forceSurfaceDiscard"),
        WHITE_ON_WHITE_REVERSAL("noWhiteOnWhiteReversal"),
        LIGHTING("noSolarLight", "noSourceLights", "noCameraLights");

        private final List<String> members;

        Flag(String... members) {
            this.members = List.of(members);
        }

        private boolean isToldWhenOff() {
            return members.get(0).startsWith("no");
        }
    }

    private ViewFlags(JsonObject props) {
        super(props);
    }

    @Override
    ViewFlags copy(JsonObject changed) {
        return new ViewFlags(changed);
    }

    public ViewFlags renderMode(RenderMode mode) {
        return with("renderMode", mode.number());
    }

    public ViewFlags with(Flag flag, boolean on) {
        ViewFlags changed = this;
        for (String member : flag.members) {
            changed = on == flag.isToldWhenOff() ? changed.without(member) : changed.with(member, true);
        }
        return changed;
    }
}
