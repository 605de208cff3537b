package org.imodel4j.imodeljson;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.CurveCollection.Type;
import org.imodel4j.geometry.shape.CurveMember;
import org.jspecify.annotations.Nullable;

/** Paths, loops, regions and bags of curves. */
final class CollectionReader {
    /** No real geometry nests half as deep; recursions over collections rely on a bound. */
    private static final int DEEPEST = 32;

    private static final List<String> CURVES = List.of(
            "lineSegment",
            "lineString",
            "pointString",
            "arc",
            "bcurve",
            "interpolationCurve",
            "akimaCurve",
            "transitionSpiral");
    private static final List<String> COLLECTIONS =
            List.of("path", "loop", "parityRegion", "unionRegion", "bagOfCurves");

    private CollectionReader() {}

    static @Nullable Type type(String key) {
        return switch (key) {
            case "path" -> Type.PATH;
            case "loop" -> Type.OUTER_LOOP;
            case "parityRegion" -> Type.PARITY_REGION;
            case "unionRegion" -> Type.UNION_REGION;
            case "bagOfCurves" -> Type.BAG;
            default -> null;
        };
    }

    static CurveCollection read(Type type, JsonInput input) {
        return read(type, input, 1);
    }

    /** An object whose member is a collection. */
    static CurveCollection contour(JsonInput input) {
        for (String key : COLLECTIONS) {
            JsonInput members = input.tryMember(key);
            Type type = type(key);
            if (members != null && type != null) {
                return read(type, members, 1);
            }
        }
        throw input.refused("is no collection of curves");
    }

    private static CurveCollection read(Type type, JsonInput input, int depth) {
        if (depth > DEEPEST) {
            throw input.refused("is nested too deeply");
        }
        List<CurveMember> members = new ArrayList<>(input.size());
        for (int i = 0; i < input.size(); i++) {
            JsonInput item = input.item(i);
            CurveMember member = member(item, depth);
            if (!fits(type, member)) {
                throw item.refused("does not belong into such a region");
            }
            if (type == Type.UNION_REGION && member instanceof CurveCollection inner && inner.type() == type) {
                members.addAll(inner.members());
            } else {
                members.add(type == Type.PARITY_REGION && !members.isEmpty() ? hole(member) : member);
            }
        }
        if (members.isEmpty()) {
            throw input.refused("is empty");
        }
        return new CurveCollection(type, members);
    }

    private static CurveMember member(JsonInput input, int depth) {
        for (String key : CURVES) {
            JsonInput curve = input.tryMember(key);
            if (curve != null) {
                return CurveReader.read(key, curve);
            }
        }
        for (String key : COLLECTIONS) {
            JsonInput curves = input.tryMember(key);
            Type type = type(key);
            if (curves != null && type != null) {
                return read(type, curves, depth + 1);
            }
        }
        throw input.refused("is no curve");
    }

    private static boolean fits(Type type, CurveMember member) {
        return switch (type) {
            case PARITY_REGION ->
                member instanceof CurveCollection loop && loop.type().isLoop();
            case UNION_REGION ->
                member instanceof CurveCollection region && region.type() != Type.PATH && region.type() != Type.BAG;
            case BAG, PATH, OUTER_LOOP, INNER_LOOP -> true;
        };
    }

    /** Streams call the loops after the first of a parity region inner ones; JSON has one name for both. */
    private static CurveMember hole(CurveMember loop) {
        return loop instanceof CurveCollection outer ? new CurveCollection(Type.INNER_LOOP, outer.members()) : loop;
    }
}
