package org.imodel4j.geometry.shape;

/** A single curve. */
public sealed interface CurvePrimitive extends CurveMember
        permits LineSegment3d,
                LineString3d,
                Arc3d,
                BsplineCurve3d,
                InterpolationCurve3d,
                AkimaCurve3d,
                TransitionSpiral3d,
                CatenaryCurve3d,
                PartialCurve3d {}
