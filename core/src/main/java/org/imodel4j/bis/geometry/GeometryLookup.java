package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.Range3d;
import org.jspecify.annotations.Nullable;

/** What geometry streams refer to in their iModel. Called in the thread that builds or measures a stream. */
public interface GeometryLookup {
    /** Knows no parts and no sub-categories: for geometry that refers to none. */
    GeometryLookup NOTHING = new GeometryLookup() {
        @Override
        public @Nullable Range3d tryPartRange(long partId) {
            return null;
        }

        @Override
        public long categoryOf(long subCategoryId) {
            return 0;
        }
    };

    /** The box of a geometry part in its own coordinates; null when there is no such part. */
    @Nullable
    Range3d tryPartRange(long partId);

    /** The category of a sub-category, 0 when there is no such sub-category. */
    long categoryOf(long subCategoryId);

    /** How wide lines of a line style are drawn, in metres; null when there is no such line style. */
    default @Nullable Double tryLineStyleWidth(long styleId) {
        return null;
    }

    /** The width of the line style that a sub-category has, 0 when it has none. */
    default double subCategoryStyleWidth(long subCategoryId) {
        return 0;
    }
}
