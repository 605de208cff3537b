package org.imodel4j.geometry.shape;

/** A solid, or the surface of one when it is not capped. */
public sealed interface SolidPrimitive extends GeometryQuery
        permits Box, Cone, Sphere, TorusPipe, LinearSweep, RotationalSweep, RuledSweep {
    /** Whether the planar faces that close the surface belong to it. */
    boolean capped();
}
