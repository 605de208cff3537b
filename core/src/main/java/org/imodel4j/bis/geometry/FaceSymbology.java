package org.imodel4j.bis.geometry;

import org.jspecify.annotations.Nullable;

/**
 * How a face of a boundary representation differs from the rest.
 *
 * @param color null for that of the rest
 * @param transparency counts only with a colour
 * @param materialId null for that of the rest
 * @param u with {@code v}, a place on the face
 */
public record FaceSymbology(
        @Nullable Integer color,
        double transparency,
        @Nullable Long materialId,
        double u,
        double v) {}
