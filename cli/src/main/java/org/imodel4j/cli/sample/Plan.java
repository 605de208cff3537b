package org.imodel4j.cli.sample;

/** The measures of a building in metres: two rows of rooms with a corridor between them, along the x axis. */
final class Plan {
    static final double ROOM_WIDTH = 4.2;
    static final double ROOM_DEPTH = 5.5;
    static final double CORRIDOR = 2.2;
    static final double STOREY = 3.6;
    static final double SLAB = 0.3;
    static final double CLEAR = STOREY - SLAB;
    static final double OUTER_WALL = 0.36;
    static final double INNER_WALL = 0.12;
    static final double DEPTH = 2 * ROOM_DEPTH + CORRIDOR;

    /** Between two buildings, and around all of them. */
    static final double SPACING = 20;

    private static final int BUILDINGS_IN_A_ROW = 5;

    private Plan() {}

    static double length(SampleSize size) {
        return size.roomsAlong() * ROOM_WIDTH;
    }

    static double x(SampleSize size, int building) {
        return building / BUILDINGS_IN_A_ROW * (length(size) + SPACING);
    }

    static double y(int building) {
        return building % BUILDINGS_IN_A_ROW * (DEPTH + SPACING);
    }

    /** The corner of everything that is the farthest from the origin. */
    static double[] far(SampleSize size) {
        int last = size.buildings() - 1;
        double y = Math.min(last, BUILDINGS_IN_A_ROW - 1) * (DEPTH + SPACING) + DEPTH;
        double x = Math.max(Garden.LENGTH, x(size, last) + length(size));
        return new double[] {x + SPACING, y + SPACING, size.storeys() * STOREY + 2};
    }

    /** The corner that is the nearest; the garden lies before the first building. */
    static double[] near() {
        return new double[] {-SPACING, -Garden.DEPTH - SPACING, -3};
    }
}
