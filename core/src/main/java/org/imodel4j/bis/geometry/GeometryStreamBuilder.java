package org.imodel4j.bis.geometry;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.CurveMember;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stream of one element or part from entries as they come, as iTwin.js does: what changes the appearance is gathered and
 * written before the next geometry if it makes a difference to it, without what geometry of its kind can not have, and with a
 * sub-category only where that changes. The box of all is computed. Used by one thread.
 */
public final class GeometryStreamBuilder {
    private final long categoryId;
    private final boolean is3d;
    private final boolean isPart;
    private final GeometryLookup lookup;
    private final List<StreamEntry> written = new ArrayList<>();

    /** What the entries that were appended amount to. */
    private Symbology current;

    /** The same at the last geometry. */
    private Symbology atLastGeometry;

    /** What was written in place of that, because the geometry could not have all of it; null when that is over. */
    private @Nullable Symbology reduced;

    private boolean symbologyChanged;
    private boolean subCategoryChanged;
    private boolean writesRanges;
    private boolean hasBRep;
    private int flags;
    private Range3d box = Range3d.NULL;

    private GeometryStreamBuilder(long categoryId, boolean is3d, boolean isPart, GeometryLookup lookup) {
        this.categoryId = categoryId;
        this.is3d = is3d;
        this.isPart = isPart;
        this.lookup = lookup;
        this.current = Symbology.of(categoryId);
        this.atLastGeometry = current;
    }

    /**
     * For an element.
     *
     * @param is3d false for elements of drawings
     */
    public static GeometryStreamBuilder forElement(long categoryId, boolean is3d, GeometryLookup lookup) {
        return new GeometryStreamBuilder(categoryId, is3d, false, lookup);
    }

    /** For a geometry part, whose sub-category is that of whoever uses it. */
    public static GeometryStreamBuilder forPart(boolean is3d, GeometryLookup lookup) {
        return new GeometryStreamBuilder(0, is3d, true, lookup);
    }

    /**
     * Appends what an array of GeometryStreamProps describes.
     *
     * @throws IModelException BAD_ARG for what is not of the form that it should have, and as {@link #append(StreamEntry)}
     */
    public GeometryStreamBuilder appendJson(JsonArray props) {
        return appendAll(GeometryStreamJson.read(props));
    }

    /**
     * Appends entries. A {@link StreamEntry.SubRange} counts only if more than one of them draws; a header is taken for one, as
     * iTwin.js does, so that a stream that was read is written as it was.
     */
    public GeometryStreamBuilder appendAll(List<StreamEntry> entries) {
        int drawing = 0;
        for (StreamEntry entry : entries) {
            drawing += entry.draws() || entry instanceof StreamEntry.Header ? 1 : 0;
        }
        boolean several = drawing > 1;
        for (StreamEntry entry : entries) {
            if (several || !(entry instanceof StreamEntry.SubRange)) {
                append(entry);
            }
        }
        return this;
    }

    /**
     * Appends one entry. A sub-range stands for the wish that all geometry from here on has one; its numbers are computed.
     *
     * @throws IModelException BAD_ARG when the entry has no place here: unknown operations, parts in parts, parts that the iModel does
     *     not have, solids in drawings, sub-categories of other categories, geometry without points, regions of what is no loop
     */
    public GeometryStreamBuilder append(StreamEntry entry) {
        if (entry.draws()) {
            draw(entry);
            return this;
        }
        switch (entry) {
            case StreamEntry.Header header -> flags = header.flags();
            case StreamEntry.SubRange sub -> writesRanges = !isPart;
            case StreamEntry.Unknown unknown -> throw refused("is not known");
            default -> current = current.with(entry);
        }
        return this;
    }

    private void draw(StreamEntry entry) {
        DrawnAs kind = DrawnAs.of(entry);
        if (kind == DrawnAs.PART && isPart) {
            throw refused("is a part in a part");
        }
        if (!is3d && kind.isOnlyInSpace()) {
            throw refused("is three-dimensional geometry in a drawing");
        }
        if (entry instanceof StreamEntry.Shape shape
                && shape.geometry() instanceof CurveCollection curves
                && !isRegionOfLoops(curves)) {
            throw refused("is a region of what is no loop");
        }
        Range3d range = StreamBox.of(entry, lookup);
        if (entry instanceof StreamEntry.BRep) {
            hasBRep = true;
        } else if (range.isNull()) {
            throw refused("has no extent");
        }
        changeSymbology();
        range = placed(current.grown(range, lookup));
        box = box.union(range);
        writeSymbology(current.allowedFor(kind, lookup));
        if (writesRanges && kind != DrawnAs.PART && !range.isNull()) {
            written.add(new StreamEntry.SubRange(range));
        }
        written.add(entry);
    }

    /** Drawings lie in their plane. */
    private Range3d placed(Range3d range) {
        return is3d || range.isNull()
                ? range
                : Range3d.of(
                        range.low().x(),
                        range.low().y(),
                        0,
                        range.high().x(),
                        range.high().y(),
                        0);
    }

    private void changeSymbology() {
        if (current.subCategoryId() != atLastGeometry.subCategoryId() && !isPart) {
            if (lookup.categoryOf(current.subCategoryId()) != categoryId) {
                throw refused("is of a sub-category that its category does not have")
                        .with("subCategory", Id64.toHex(current.subCategoryId()));
            }
            subCategoryChanged = true;
        }
        symbologyChanged |= !current.equals(atLastGeometry);
        atLastGeometry = current;
    }

    private void writeSymbology(Symbology allowed) {
        boolean isReduced = allowed != current;
        if (isReduced ? allowed.equals(reduced) : !symbologyChanged) {
            return;
        }
        allowed.appendTo(written, subCategoryChanged, is3d);
        subCategoryChanged = false;
        reduced = isReduced ? allowed : null;
        // The next geometry may have what this one could not.
        symbologyChanged = isReduced;
    }

    private static boolean isRegionOfLoops(CurveCollection curves) {
        for (CurveMember member : curves.members()) {
            CurveCollection inner = member instanceof CurveCollection collection ? collection : null;
            boolean allowed =
                    switch (curves.type()) {
                        case PARITY_REGION -> inner != null && inner.type().isLoop();
                        case UNION_REGION ->
                            inner != null
                                    && (inner.type().isLoop() || inner.type() == CurveCollection.Type.PARITY_REGION);
                        case BAG, PATH, OUTER_LOOP, INNER_LOOP -> true;
                    };
            if (!allowed || inner != null && !isRegionOfLoops(inner)) {
                return false;
            }
        }
        return true;
    }

    private static IModelException refused(String why) {
        return new IModelException(Status.BAD_ARG, "geometry that can not be stored").with("geometry", why);
    }

    /**
     * The stream and its box.
     *
     * @throws IModelException NO_GEOMETRY when nothing that draws was appended
     */
    public BuiltGeometry build() {
        if (box.isNull() && !hasBRep) {
            throw new IModelException(Status.NO_GEOMETRY, "there is nothing to draw in the geometry");
        }
        return new BuiltGeometry(GeometryStreamWriter.write(entries(), is3d), box, !hasBRep);
    }

    /** The entries of the stream up to here, its header first. */
    public List<StreamEntry> entries() {
        List<StreamEntry> all = new ArrayList<>(written.size() + 1);
        all.add(new StreamEntry.Header(flags));
        all.addAll(written);
        return all;
    }
}
