package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;
import org.jspecify.annotations.Nullable;

/**
 * A mesh of polygons. Indices are kept as stored: they count from one, a negative one hides the edge that starts at its
 * vertex, and 0 ends a facet, or fills one up when facets have a fixed number of places.
 *
 * @param points vertices
 * @param params texture coordinates: u and v of the first, of the second and so on
 * @param normals directions of the surface
 * @param doubleColors old form of colours; three numbers each
 * @param intColors colours as numbers that {@code colorIndex} points to
 * @param colorTable old form of colours, as signed numbers
 * @param numPerFace places of a facet, or 0 when facets end with a 0
 * @param numPerRow points of a row, for grids
 * @param meshStyle 1 for an indexed mesh
 * @param faceIndex number of the face for each facet
 * @param faceData eight numbers for each face
 * @param expectedClosure 0 unknown, 1 sheet, 2 solid
 * @param edgeMateIndex place of the same edge in the neighbouring facet, for each index
 */
public record IndexedPolyface(
        Points3d points,
        DoubleList params,
        Points3d normals,
        DoubleList doubleColors,
        IntList intColors,
        IntList pointIndex,
        IntList paramIndex,
        IntList normalIndex,
        IntList colorIndex,
        IntList colorTable,
        int numPerFace,
        int numPerRow,
        int meshStyle,
        boolean twoSided,
        IntList faceIndex,
        DoubleList faceData,
        @Nullable PolyfaceAuxData auxData,
        int expectedClosure,
        @Nullable TaggedNumericData taggedNumericData,
        IntList edgeMateIndex)
        implements GeometryQuery {
    /** The style of meshes whose facets are lists of indices. */
    public static final int INDEXED = 1;

    public IndexedPolyface {
        if (params.size() % 2 != 0) {
            throw new IllegalArgumentException("Two numbers make a texture coordinate");
        }
    }

    /** The box of all points, those that no facet uses included. */
    @Override
    public Range3d range() {
        return points.range();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Gathers the members of a mesh; what is not set is empty, the style that of an indexed mesh. */
    public static final class Builder {
        private Points3d points = Points3d.EMPTY;
        private DoubleList params = DoubleList.EMPTY;
        private Points3d normals = Points3d.EMPTY;
        private DoubleList doubleColors = DoubleList.EMPTY;
        private IntList intColors = IntList.EMPTY;
        private IntList pointIndex = IntList.EMPTY;
        private IntList paramIndex = IntList.EMPTY;
        private IntList normalIndex = IntList.EMPTY;
        private IntList colorIndex = IntList.EMPTY;
        private IntList colorTable = IntList.EMPTY;
        private int numPerFace;
        private int numPerRow;
        private int meshStyle = INDEXED;
        private boolean twoSided;
        private IntList faceIndex = IntList.EMPTY;
        private DoubleList faceData = DoubleList.EMPTY;
        private @Nullable PolyfaceAuxData auxData;
        private int expectedClosure;
        private @Nullable TaggedNumericData taggedNumericData;
        private IntList edgeMateIndex = IntList.EMPTY;

        private Builder() {}

        public Builder points(Points3d points) {
            this.points = points;
            return this;
        }

        public Builder params(DoubleList params) {
            this.params = params;
            return this;
        }

        public Builder normals(Points3d normals) {
            this.normals = normals;
            return this;
        }

        public Builder doubleColors(DoubleList doubleColors) {
            this.doubleColors = doubleColors;
            return this;
        }

        public Builder intColors(IntList intColors) {
            this.intColors = intColors;
            return this;
        }

        public Builder pointIndex(IntList pointIndex) {
            this.pointIndex = pointIndex;
            return this;
        }

        public Builder paramIndex(IntList paramIndex) {
            this.paramIndex = paramIndex;
            return this;
        }

        public Builder normalIndex(IntList normalIndex) {
            this.normalIndex = normalIndex;
            return this;
        }

        public Builder colorIndex(IntList colorIndex) {
            this.colorIndex = colorIndex;
            return this;
        }

        public Builder colorTable(IntList colorTable) {
            this.colorTable = colorTable;
            return this;
        }

        public Builder numPerFace(int numPerFace) {
            this.numPerFace = numPerFace;
            return this;
        }

        public Builder numPerRow(int numPerRow) {
            this.numPerRow = numPerRow;
            return this;
        }

        public Builder meshStyle(int meshStyle) {
            this.meshStyle = meshStyle;
            return this;
        }

        public Builder twoSided(boolean twoSided) {
            this.twoSided = twoSided;
            return this;
        }

        public Builder faceIndex(IntList faceIndex) {
            this.faceIndex = faceIndex;
            return this;
        }

        public Builder faceData(DoubleList faceData) {
            this.faceData = faceData;
            return this;
        }

        public Builder auxData(@Nullable PolyfaceAuxData auxData) {
            this.auxData = auxData;
            return this;
        }

        public Builder expectedClosure(int expectedClosure) {
            this.expectedClosure = expectedClosure;
            return this;
        }

        public Builder taggedNumericData(@Nullable TaggedNumericData taggedNumericData) {
            this.taggedNumericData = taggedNumericData;
            return this;
        }

        public Builder edgeMateIndex(IntList edgeMateIndex) {
            this.edgeMateIndex = edgeMateIndex;
            return this;
        }

        public IndexedPolyface build() {
            return new IndexedPolyface(
                    points,
                    params,
                    normals,
                    doubleColors,
                    intColors,
                    pointIndex,
                    paramIndex,
                    normalIndex,
                    colorIndex,
                    colorTable,
                    numPerFace,
                    numPerRow,
                    meshStyle,
                    twoSided,
                    faceIndex,
                    faceData,
                    auxData,
                    expectedClosure,
                    taggedNumericData,
                    edgeMateIndex);
        }
    }
}
