package org.imodel4j.bis.geometry;

import java.util.Arrays;
import java.util.List;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.geometry.shape.IntList;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a geometry stream. Some draw, the others change how what follows is drawn. Colours are numbers as iTwin.js
 * has them (0xTTBBGGRR), ids 0 where there is none.
 */
public sealed interface StreamEntry {
    /** Whether the entry draws something. */
    default boolean draws() {
        return false;
    }

    /**
     * The first entry of each stream.
     *
     * @param flags 1 for geometry that always faces the viewer
     */
    record Header(int flags) implements StreamEntry {
        public static final int VIEW_INDEPENDENT = 1;

        public boolean isViewIndependent() {
            return (flags & VIEW_INDEPENDENT) != 0;
        }
    }

    /** The box of the next drawing entry, in the element's coordinates. */
    record SubRange(Range3d range) implements StreamEntry {}

    /**
     * The geometry of a part, with the appearance that is current here.
     *
     * @param origin where the part's origin stands; null when nothing is stored, which stands for zero
     * @param scale in all directions, positive
     */
    record PartReference(long partId, @Nullable Point3d origin, YawPitchRollAngles rotation, double scale)
            implements StreamEntry {
        /** From the part's coordinates to the element's. */
        public Transform3d toElement() {
            return PartTransform.of(this);
        }

        @Override
        public boolean draws() {
            return true;
        }
    }

    /**
     * Goes back to the appearance of a sub-category, fill, pattern, material and line style included, and takes on what is given here.
     *
     * @param subCategoryId 0 to stay with the current one
     * @param color of lines and surfaces, null for that of the sub-category
     * @param weight of lines, null for that of the sub-category
     * @param styleId line style, 0 for a solid line, null for that of the sub-category
     * @param transparency from 0 to 1, on top of that of the sub-category
     * @param displayPriority in drawings, on top of that of the sub-category
     * @param geometryClass 0 primary, 1 construction, 2 dimension, 3 pattern
     */
    record Appearance(
            long subCategoryId,
            @Nullable Integer color,
            @Nullable Integer weight,
            @Nullable Long styleId,
            double transparency,
            int displayPriority,
            int geometryClass)
            implements StreamEntry {
        /** Nothing but what the current sub-category says. */
        public static final Appearance RESET = new Appearance(0, null, null, null, 0, 0, 0);
    }

    /** Any geometry but text, images and boundary representations. In the plane z is 0. */
    record Shape(GeometryQuery geometry) implements StreamEntry {
        @Override
        public boolean draws() {
            return true;
        }
    }

    /**
     * How closed curves, regions, meshes and images are filled.
     *
     * @param display 0 never, 1 as the view says, 2 always, 3 always and not as the background
     * @param color null for that of lines
     * @param backgroundFill 0 no, 1 in the colour of the view's background, 2 so with an outline
     * @param transparency from 0 to 1
     * @param gradient in place of a colour
     */
    record AreaFill(
            int display,
            @Nullable Integer color,
            int backgroundFill,
            double transparency,
            @Nullable Gradient gradient) implements StreamEntry {}

    /** A pattern or hatching of regions; null for a colour or a weight means that of the boundary. */
    record AreaPattern(Pattern pattern) implements StreamEntry {}

    /**
     * The material of surfaces.
     *
     * @param materialId 0 for none, null for that of the sub-category
     * @param textureMapping two rows of three numbers that map coordinates of the texture, or empty
     */
    record MaterialUse(@Nullable Long materialId, DoubleList textureMapping) implements StreamEntry {}

    /**
     * Changes of the current line style.
     *
     * @param modifiers which of the others count, as bits of {@link LineStyleBits}
     * @param normal null when nothing is stored
     */
    record LineStyleModifiers(
            int modifiers,
            double scale,
            double dashScale,
            double gapScale,
            double startWidth,
            double endWidth,
            double distPhase,
            double fractPhase,
            @Nullable Point3d normal,
            YawPitchRollAngles rotation)
            implements StreamEntry {}

    /**
     * One line of text.
     *
     * @param font number of a font of the iModel
     * @param height of its letters in metres
     * @param widthFactor their width in relation to what the font has for this height
     * @param transform from the plane of the text, whose line begins at its origin
     * @param layout where glyphs stand, null when that was not stored
     */
    record TextString(
            int font,
            String text,
            double height,
            double widthFactor,
            boolean bold,
            boolean italic,
            boolean underline,
            Transform3d transform,
            @Nullable TextLayout layout)
            implements StreamEntry {
        @Override
        public boolean draws() {
            return true;
        }
    }

    /**
     * A picture on a rectangle.
     *
     * @param corners four, counter-clockwise from the lower left
     */
    record Image(List<Point3d> corners, long textureId, boolean hasBorder) implements StreamEntry {
        public Image {
            corners = List.copyOf(corners);
        }

        @Override
        public boolean draws() {
            return true;
        }
    }

    /**
     * A boundary representation. Its data is that of a modeler which is not ours: it is kept as it is.
     *
     * @param type 0 solid, 1 sheet, 2 wire
     * @param faces appearance of its faces, null when nothing is stored
     * @param faceIndex old form: pairs of a face and its place in {@code faces}, null when nothing is stored
     */
    record BRep(
            Transform3d transform,
            int type,
            byte[] data,
            @Nullable List<FaceSymbology> faces,
            @Nullable IntList faceIndex)
            implements StreamEntry {
        public BRep {
            faces = faces == null ? null : List.copyOf(faces);
        }

        @Override
        public boolean draws() {
            return true;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof BRep that
                    && type == that.type
                    && transform.equals(that.transform)
                    && Arrays.equals(data, that.data)
                    && java.util.Objects.equals(faces, that.faces)
                    && java.util.Objects.equals(faceIndex, that.faceIndex);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(data);
        }
    }

    /** An operation that is not known here, or is of a form that is no longer written. It is kept as it is. */
    record Unknown(int opCode, byte[] data) implements StreamEntry {
        @Override
        public boolean equals(Object other) {
            return other instanceof Unknown that && opCode == that.opCode && Arrays.equals(data, that.data);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(data);
        }
    }
}
