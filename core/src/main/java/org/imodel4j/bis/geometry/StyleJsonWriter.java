package org.imodel4j.bis.geometry;

import java.util.List;
import org.imodel4j.geometry.Point2d;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Writes the entries that say how geometry looks. */
final class StyleJsonWriter {
    private static final double DEGREES = 180 / Math.PI;

    private final JsonWriter out;

    /** The one that was mentioned last; it is not mentioned again. */
    private long subCategoryId;

    StyleJsonWriter(JsonWriter out) {
        this.out = out;
    }

    private void begin(byte[] name) {
        out.beginObject().name(name).beginObject();
    }

    private void end() {
        out.endObject().endObject();
    }

    /** Where there was nothing to say, iTwin.js gives an object without the name of the entry. */
    private void endUnless(long empty, long mark) {
        if (out.size() == empty && out.rollback(mark)) {
            out.beginObject().endObject();
        } else {
            end();
        }
    }

    void appearance(StreamEntry.Appearance appearance) {
        begin(Names.APPEARANCE);
        long given = appearance.subCategoryId();
        if (given != 0 && given != subCategoryId) {
            out.name(Names.SUB_CATEGORY).hexId(given);
            subCategoryId = given;
        }
        unsigned(Names.COLOR, appearance.color());
        unsigned(Names.WEIGHT, appearance.weight());
        if (appearance.styleId() != null) {
            id(out, Names.STYLE, appearance.styleId());
        }
        number(out, Names.TRANSPARENCY, appearance.transparency());
        number(out, Names.DISPLAY_PRIORITY, appearance.displayPriority());
        number(out, Names.GEOMETRY_CLASS, appearance.geometryClass());
        end();
    }

    void lineStyle(StreamEntry.LineStyleModifiers m) {
        long mark = out.mark();
        begin(Names.STYLE_MOD);
        long empty = out.size();
        scale(m, LineStyleBits.SCALE, Names.SCALE, m.scale());
        scale(m, LineStyleBits.DASH_SCALE, Names.DASH_SCALE, m.dashScale());
        scale(m, LineStyleBits.GAP_SCALE, Names.GAP_SCALE, m.gapScale());
        modifier(m, LineStyleBits.START_WIDTH, Names.START_WIDTH, m.startWidth());
        modifier(m, LineStyleBits.END_WIDTH, Names.END_WIDTH, m.endWidth());
        modifier(m, LineStyleBits.DIST_PHASE, Names.DIST_PHASE, m.distPhase());
        modifier(m, LineStyleBits.FRACT_PHASE, Names.FRACT_PHASE, m.fractPhase());
        EntryJsonWriter.flag(out, Names.CENTER_PHASE, has(m, LineStyleBits.CENTER_PHASE));
        if (has(m, LineStyleBits.NO_SINGLE_SEGMENT) || has(m, LineStyleBits.SINGLE_SEGMENT)) {
            out.name(Names.SEGMENT_MODE).value(!has(m, LineStyleBits.NO_SINGLE_SEGMENT));
        }
        EntryJsonWriter.flag(out, Names.PHYSICAL_WIDTH, has(m, LineStyleBits.PHYSICAL_WIDTH));
        if (has(m, LineStyleBits.NORMAL)) {
            EntryJsonWriter.point(out, Names.NORMAL, m.normal());
        }
        if (has(m, LineStyleBits.ROTATION)) {
            EntryJsonWriter.angles(out, Names.ROTATION, m.rotation());
            empty = 0;
        }
        endUnless(empty, mark);
    }

    private static boolean has(StreamEntry.LineStyleModifiers modifiers, int bit) {
        return (modifiers.modifiers() & bit) != 0;
    }

    private void scale(StreamEntry.LineStyleModifiers modifiers, int bit, byte[] name, double value) {
        if (value != 0) {
            modifier(modifiers, bit, name, value);
        }
    }

    private void modifier(StreamEntry.LineStyleModifiers modifiers, int bit, byte[] name, double value) {
        if (has(modifiers, bit)) {
            out.name(name).value(value);
        }
    }

    void material(StreamEntry.MaterialUse material) {
        begin(Names.MATERIAL);
        if (!material.textureMapping().isEmpty()) {
            out.name(Names.TRANS_2X3).beginArray();
            numbers(material.textureMapping(), 0, 3);
            numbers(material.textureMapping(), 3, 6);
            out.endArray();
        }
        if (material.materialId() != null) {
            id(out, Names.MATERIAL_ID, material.materialId());
        }
        end();
    }

    private void numbers(DoubleList numbers, int start, int end) {
        out.beginArray();
        for (int i = start; i < end; i++) {
            out.value(numbers.get(i));
        }
        out.endArray();
    }

    void fill(StreamEntry.AreaFill fill) {
        begin(Names.FILL);
        out.name(Names.DISPLAY).value(fill.display());
        if (fill.display() != 0) {
            number(out, Names.TRANSPARENCY, fill.transparency());
            if (fill.gradient() != null) {
                gradient(fill.gradient());
            } else if (fill.color() != null) {
                unsigned(Names.COLOR, fill.color());
            } else {
                number(out, Names.BACKGROUND_FILL, fill.backgroundFill());
            }
        }
        end();
    }

    private void gradient(Gradient gradient) {
        out.name(Names.GRADIENT).beginObject();
        out.name(Names.MODE).value(gradient.mode());
        number(out, Names.FLAGS, gradient.flags());
        number(out, Names.ANGLE, gradient.angleRadians() * DEGREES);
        number(out, Names.TINT, gradient.tint());
        number(out, Names.SHIFT, gradient.shift());
        int keys = Math.min(
                Gradient.MAX_KEYS,
                Math.min(gradient.colors().size(), gradient.values().size()));
        if (keys > 0) {
            out.name(Names.KEYS).beginArray();
            for (int i = 0; i < keys; i++) {
                out.beginObject().name(Names.VALUE).value(gradient.values().get(i));
                unsigned(Names.COLOR, gradient.colors().get(i));
                out.endObject();
            }
            out.endArray();
        }
        if (gradient.mode() == Gradient.THEMATIC && gradient.thematic() != null) {
            thematic(gradient.thematic());
        }
        out.endObject();
    }

    private void thematic(Gradient.Thematic thematic) {
        out.name(Names.THEMATIC_SETTINGS).beginObject();
        unsigned(Names.MODE, thematic.mode());
        unsigned(Names.STEP_COUNT, thematic.stepCount());
        unsigned(Names.MARGIN_COLOR, thematic.marginColor());
        unsigned(Names.COLOR_SCHEME, thematic.colorScheme());
        out.name(Names.RANGE_LOW).value(thematic.rangeLow());
        out.name(Names.RANGE_HIGH).value(thematic.rangeHigh());
        out.endObject();
    }

    void pattern(Pattern pattern) {
        long mark = out.mark();
        begin(Names.PATTERN);
        long empty = out.size();
        EntryJsonWriter.originOrNone(out, pattern.origin());
        EntryJsonWriter.rotationOrNone(out, pattern.rotation());
        number(out, Names.SPACE_1, pattern.space1());
        number(out, Names.SPACE_2, pattern.space2());
        number(out, Names.ANGLE_1, pattern.angle1Radians() * DEGREES);
        number(out, Names.ANGLE_2, pattern.angle2Radians() * DEGREES);
        if (pattern.scale() != 1) {
            number(out, Names.SCALE, pattern.scale());
        }
        unsigned(Names.COLOR, pattern.color());
        unsigned(Names.WEIGHT, pattern.weight());
        EntryJsonWriter.flag(out, Names.INVISIBLE_BOUNDARY, pattern.invisibleBoundary());
        EntryJsonWriter.flag(out, Names.SNAPPABLE, pattern.snappable());
        if (pattern.symbolId() != 0) {
            out.name(Names.SYMBOL_ID).hexId(pattern.symbolId());
        }
        hatch(pattern.lines());
        endUnless(empty, mark);
    }

    private void hatch(List<Pattern.HatchLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.name(Names.DEF_LINES).beginArray();
        for (Pattern.HatchLine line : lines) {
            out.beginObject();
            number(out, Names.ANGLE, line.angleRadians() * DEGREES);
            point2d(Names.THROUGH, line.through());
            point2d(Names.OFFSET, line.offset());
            if (!line.dashes().isEmpty()) {
                out.name(Names.DASHES);
                numbers(
                        line.dashes(),
                        0,
                        Math.min(Pattern.MAX_DASHES, line.dashes().size()));
            }
            out.endObject();
        }
        out.endArray();
    }

    private void point2d(byte[] name, Point2d point) {
        if (point.x() != 0 || point.y() != 0) {
            out.name(name).beginArray().value(point.x()).value(point.y()).endArray();
        }
    }

    private void unsigned(byte[] name, @Nullable Integer value) {
        if (value != null) {
            out.name(name).value(Integer.toUnsignedLong(value));
        }
    }

    static void number(JsonWriter out, byte[] name, double value) {
        if (value != 0) {
            out.name(name).value(value);
        }
    }

    /** An id, of which 0 is written without the prefix. */
    static void id(JsonWriter out, byte[] name, long id) {
        out.name(name);
        if (id == 0) {
            out.value("0");
        } else {
            out.hexId(id);
        }
    }
}
