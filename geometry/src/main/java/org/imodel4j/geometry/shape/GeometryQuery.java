package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;

/** One piece of geometry, of any kind that an iModel stores without a kernel for boundary representations. */
public sealed interface GeometryQuery permits CurveMember, SolidPrimitive, BsplineSurface3d, IndexedPolyface {
    /**
     * A box along the axes that holds the geometry: the smallest one for lines, arcs, meshes and solids of quadrics, a somewhat
     * larger one where that is cheaper. No coordinate of it is NaN or infinite. Null when there is no point at all.
     */
    Range3d range();
}
