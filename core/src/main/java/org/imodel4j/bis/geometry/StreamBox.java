package org.imodel4j.bis.geometry;

import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range2d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.id.Id64;

/** The boxes of what streams draw. Lengths are metres; a box may be larger than what it holds. */
public final class StreamBox {
    /** Wider than a letter of any usual font, in relation to its height. */
    private static final double WIDEST_LETTER = 1.5;

    private StreamBox() {}

    /**
     * The box of all entries; null ({@link Range3d#NULL}) when none draws. Boundary representations have no box here.
     *
     * @param categoryId of the element, 0 for a geometry part
     * @throws IModelException BAD_ARG when a part does not exist
     */
    public static Range3d of(List<StreamEntry> entries, long categoryId, GeometryLookup lookup) {
        Symbology symbology = Symbology.of(categoryId);
        Range3d box = Range3d.NULL;
        for (StreamEntry entry : entries) {
            if (entry.draws()) {
                box = box.union(symbology.grown(of(entry, lookup), lookup));
            } else {
                symbology = symbology.with(entry);
            }
        }
        return box;
    }

    /** The box of one entry without the width of its lines. */
    static Range3d of(StreamEntry entry, GeometryLookup lookup) {
        return switch (entry) {
            case StreamEntry.Shape shape -> shape.geometry().range();
            case StreamEntry.PartReference part -> part.toElement().times(partRange(part.partId(), lookup));
            case StreamEntry.TextString text -> text.transform().times(box(text));
            case StreamEntry.Image image -> corners(image.corners());
            default -> Range3d.NULL;
        };
    }

    private static Range3d partRange(long partId, GeometryLookup lookup) {
        Range3d range = lookup.tryPartRange(partId);
        if (range == null) {
            throw new IModelException(Status.BAD_ARG, "there is no such geometry part")
                    .with("part", Id64.toHex(partId));
        }
        return range;
    }

    /** In the plane of the text, with room above and below for what letters have there. */
    private static Range3d box(StreamEntry.TextString text) {
        if (text.text().isEmpty()) {
            return Range3d.NULL;
        }
        double height = text.height();
        TextLayout layout = text.layout();
        double letters = text.text().codePointCount(0, text.text().length());
        double width = letters * height * text.widthFactor() * WIDEST_LETTER;
        Range2d line = layout != null && !layout.box().isNull()
                ? layout.box()
                : Range2d.of(Math.min(0, width), Math.min(0, height), Math.max(0, width), Math.max(0, height));
        double room = Math.abs(height) / 2;
        return Range3d.of(
                line.low().x(),
                line.low().y() - room,
                0,
                line.high().x(),
                line.high().y() + room,
                0);
    }

    private static Range3d corners(List<Point3d> corners) {
        Range3d box = Range3d.NULL;
        for (Point3d corner : corners) {
            box = box.extend(corner);
        }
        return box;
    }
}
