package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;

/** A single curve. */
public sealed interface CurvePrimitive extends GeometryQuery, CurveMember
        permits LineSegment3d,
                LineString3d,
                Arc3d,
                BsplineCurve3d,
                InterpolationCurve3d,
                AkimaCurve3d,
                TransitionSpiral3d,
                CatenaryCurve3d,
                PartialCurve3d {
    @Override
    Range3d range();
}
