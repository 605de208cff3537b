package org.imodel4j.bis.geometry;

import java.util.List;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.shape.DoubleList;
import org.jspecify.annotations.Nullable;

/**
 * How the next geometry is drawn: what the entries up to here amount to.
 *
 * @param subCategoryId the current one, 0 in parts
 * @param appearance without a sub-category
 * @param fill null for none
 */
record Symbology(
        long subCategoryId,
        StreamEntry.Appearance appearance,
        StreamEntry.@Nullable LineStyleModifiers lineStyle,
        StreamEntry.@Nullable AreaFill fill,
        @Nullable Pattern pattern,
        StreamEntry.MaterialUse material) {
    private static final StreamEntry.MaterialUse OF_SUB_CATEGORY = new StreamEntry.MaterialUse(null, DoubleList.EMPTY);

    /** That with which the stream of an element of this category begins; of a part when it is 0. */
    static Symbology of(long categoryId) {
        return reset(defaultSubCategory(categoryId));
    }

    /** The default sub-category of a category has the id that follows its own. */
    static long defaultSubCategory(long categoryId) {
        return categoryId == 0 ? 0 : categoryId + 1;
    }

    private static Symbology reset(long subCategoryId) {
        return new Symbology(subCategoryId, StreamEntry.Appearance.RESET, null, null, null, OF_SUB_CATEGORY);
    }

    /** What an entry makes of it; entries that are not about appearance change nothing. */
    Symbology with(StreamEntry entry) {
        return switch (entry) {
            case StreamEntry.Appearance given -> with(given);
            case StreamEntry.LineStyleModifiers modifiers -> {
                // Modifiers alone stand for those of a solid line.
                StreamEntry.Appearance styled = appearance.styleId() != null ? appearance : withStyle(0);
                StreamEntry.LineStyleModifiers counting = modifiers.modifiers() == 0 ? null : modifiers;
                yield new Symbology(subCategoryId, styled, counting, fill, pattern, material);
            }
            case StreamEntry.AreaFill given ->
                new Symbology(subCategoryId, appearance, lineStyle, filled(given), pattern, material);
            case StreamEntry.AreaPattern area ->
                new Symbology(subCategoryId, appearance, lineStyle, fill, stored(area.pattern()), material);
            case StreamEntry.MaterialUse given ->
                new Symbology(
                        subCategoryId,
                        appearance,
                        lineStyle,
                        fill,
                        pattern,
                        new StreamEntry.MaterialUse(
                                given.materialId() != null ? given.materialId() : material.materialId(),
                                given.textureMapping().isEmpty() ? material.textureMapping() : given.textureMapping()));
            default -> this;
        };
    }

    /** A fill that says no colour keeps the one that there is. */
    private StreamEntry.@Nullable AreaFill filled(StreamEntry.AreaFill given) {
        if (given.display() == 0) {
            return null;
        }
        return fill == null || given.color() != null || given.backgroundFill() != 0 || given.gradient() != null
                ? given
                : new StreamEntry.AreaFill(
                        given.display(), fill.color(), fill.backgroundFill(), given.transparency(), fill.gradient());
    }

    private Symbology with(StreamEntry.Appearance given) {
        Symbology reset = reset(given.subCategoryId() != 0 ? given.subCategoryId() : subCategoryId);
        StreamEntry.Appearance own = new StreamEntry.Appearance(
                0,
                given.color(),
                given.weight(),
                given.styleId(),
                given.transparency(),
                given.displayPriority(),
                given.geometryClass());
        return new Symbology(reset.subCategoryId, own, null, null, null, OF_SUB_CATEGORY);
    }

    private StreamEntry.Appearance withStyle(long styleId) {
        return new StreamEntry.Appearance(
                0,
                appearance.color(),
                appearance.weight(),
                styleId,
                appearance.transparency(),
                appearance.displayPriority(),
                appearance.geometryClass());
    }

    /** Only what counts for this kind of pattern. */
    private static Pattern stored(Pattern p) {
        boolean symbol = p.symbolId() != 0;
        boolean lines = !symbol && !p.lines().isEmpty();
        return new Pattern(
                p.origin(),
                p.rotation(),
                lines ? 0 : p.space1(),
                lines ? 0 : p.space2(),
                p.angle1Radians(),
                symbol || lines ? 0 : p.angle2Radians(),
                symbol || lines ? p.scale() : 0,
                p.color(),
                p.weight(),
                p.invisibleBoundary(),
                p.snappable(),
                p.symbolId(),
                lines ? p.lines() : List.of());
    }

    /**
     * Without what geometry of this kind can not have; this one itself when that is nothing. A line style that the iModel does
     * not have does no harm.
     */
    Symbology allowedFor(DrawnAs kind, GeometryLookup lookup) {
        boolean gradient =
                fill != null && fill.gradient() != null && fill.gradient().mode() != Gradient.THEMATIC;
        boolean badRegion = !kind.isRegion() && (gradient || pattern != null);
        boolean badFill = !kind.isFillable() && fill != null && !gradient;
        Long style = appearance.styleId();
        boolean badStyle = !kind.hasLines() && style != null && style != 0 && lookup.tryLineStyleWidth(style) != null;
        Long used = material.materialId();
        boolean badMaterial = !kind.isSurface() && used != null && used != 0;
        if (!badRegion && !badFill && !badStyle && !badMaterial) {
            return this;
        }
        return new Symbology(
                subCategoryId,
                badStyle ? withStyle(0) : appearance,
                badStyle ? null : lineStyle,
                badRegion || badFill ? null : fill,
                badRegion ? null : pattern,
                badMaterial ? new StreamEntry.MaterialUse(0L, material.textureMapping()) : material);
    }

    /** Appends the entries that bring it about. Drawings have no materials, space has no display priorities. */
    void appendTo(List<StreamEntry> entries, boolean namesSubCategory, boolean is3d) {
        entries.add(new StreamEntry.Appearance(
                namesSubCategory ? subCategoryId : 0,
                appearance.color(),
                appearance.weight(),
                appearance.styleId(),
                appearance.transparency(),
                is3d ? 0 : appearance.displayPriority(),
                appearance.geometryClass()));
        if (lineStyle != null) {
            entries.add(lineStyle);
        }
        if (fill != null) {
            entries.add(fill);
        }
        if (pattern != null) {
            entries.add(new StreamEntry.AreaPattern(pattern));
        }
        Long materialId = is3d ? material.materialId() : null;
        if (materialId != null || !material.textureMapping().isEmpty()) {
            entries.add(new StreamEntry.MaterialUse(materialId, material.textureMapping()));
        }
    }

    /** The box with the width of lines around it. */
    Range3d grown(Range3d box, GeometryLookup lookup) {
        double width = width(lookup);
        if (width == 0 || box.isNull()) {
            return box;
        }
        Point3d room = new Point3d(width, width, width);
        return new Range3d(box.low().minus(room), box.high().plus(room));
    }

    private double width(GeometryLookup lookup) {
        if (appearance.styleId() == null) {
            return subCategoryId == 0 ? 0 : lookup.subCategoryStyleWidth(subCategoryId);
        }
        Double own = lookup.tryLineStyleWidth(appearance.styleId());
        double width = own == null ? 0 : own;
        if (lineStyle != null) {
            width = Math.max(width, width(LineStyleBits.START_WIDTH, lineStyle.startWidth()));
            width = Math.max(width, width(LineStyleBits.END_WIDTH, lineStyle.endWidth()));
            width *= (lineStyle.modifiers() & LineStyleBits.SCALE) != 0 ? Math.max(1, lineStyle.scale()) : 1;
        }
        return width;
    }

    private double width(int bit, double width) {
        return lineStyle != null && (lineStyle.modifiers() & bit) != 0 ? width : 0;
    }
}
