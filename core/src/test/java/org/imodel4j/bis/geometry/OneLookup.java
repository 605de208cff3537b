package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.Range3d;

/** An iModel with one category and a part for each id, all of one size. */
record OneLookup(long category) implements GeometryLookup {
    static final Range3d PART = Range3d.of(-0.5, -0.5, 0, 0.5, 0.5, 1.3);

    @Override
    public Range3d tryPartRange(long partId) {
        return PART;
    }

    @Override
    public long categoryOf(long subCategoryId) {
        return category;
    }
}
