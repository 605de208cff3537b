package org.imodel4j.geometry.shape;

import java.util.List;
import org.imodel4j.geometry.Range3d;

/** Curves that belong together, and how they do. */
public record CurveCollection(Type type, List<CurveMember> members) implements CurveMember {
    public CurveCollection {
        members = List.copyOf(members);
    }

    /** What the curves of a collection make; the numbers are those of geometry streams. */
    public enum Type {
        /** Curves without an order; {@code bagOfCurves} in iTwin.js. */
        BAG(0),
        /** Curves end to start. */
        PATH(1),
        /** A path that closes, the boundary of a planar region. */
        OUTER_LOOP(2),
        /** A loop around a hole of the region that it stands in. */
        INNER_LOOP(3),
        /** Loops; inside is what an odd number of them encloses. */
        PARITY_REGION(4),
        /** Loops and parity regions; inside is what one of them encloses. */
        UNION_REGION(5);

        private static final List<Type> BY_NUMBER = List.of(values());

        private final int number;

        Type(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        public boolean isLoop() {
            return this == OUTER_LOOP || this == INNER_LOOP;
        }

        /** Whether the number is one of a type. */
        public static boolean isKnown(int number) {
            return number >= 0 && number < BY_NUMBER.size();
        }

        /**
         * The type with this number.
         *
         * @throws IllegalArgumentException when it is of none
         */
        public static Type of(int number) {
            if (!isKnown(number)) {
                throw new IllegalArgumentException("No type of curves");
            }
            return BY_NUMBER.get(number);
        }
    }

    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        for (CurveMember member : members) {
            bounds.accept(member.range());
        }
        return bounds.range();
    }

    @Override
    public void hull(PointSink sink) {
        for (CurveMember member : members) {
            member.hull(sink);
        }
    }
}
