/**
 * Geometry as values: curves, regions, solids, surfaces and meshes as geometry streams and iModelJson have them. Lengths are
 * metres, angles radians. Values are immutable and equal by content; they keep what was stored, a constructor refuses only what
 * no reader could use. Each knows a {@linkplain org.imodel4j.geometry.shape.GeometryQuery#range() box} that holds it.
 */
@NullMarked
package org.imodel4j.geometry.shape;

import org.jspecify.annotations.NullMarked;
