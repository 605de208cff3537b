package org.imodel4j.cli.sample;

/**
 * Where a room is.
 *
 * @param side 0 for the rooms at the front of the building, 1 for those at its back, which are turned about
 * @param index along the corridor
 */
record RoomPlace(Building building, int storey, int side, int index) {
    /** A place in the room: {@code u} along its front from the left, {@code v} from there to its door. */
    Spot spot(double u, double v, double height, double yaw) {
        double left = index * Plan.ROOM_WIDTH;
        Spot floor = side == 0
                ? building.spot(left + u, v, storey)
                : building.spot(left + Plan.ROOM_WIDTH - u, Plan.DEPTH - v, storey);
        return new Spot(floor.x(), floor.y(), floor.z() + height, yaw + side * 180);
    }

    /** From 1 within its storey. */
    int number() {
        return side * building.site().size().roomsAlong() + index + 1;
    }

    String mark(String kind) {
        return building.mark(storey, kind, number());
    }
}
