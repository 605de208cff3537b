package org.imodel4j.cli.sample;

/** How much is built. */
public enum SampleSize {
    /** About 300 elements. */
    small(1, 2, 3, 4),
    /** About 20 000 elements. */
    medium(1, 16, 20, 23),
    /** About 300 000 elements. */
    large(16, 16, 20, 23);

    private final int buildings;
    private final int storeys;
    private final int roomsAlong;
    private final int piecesInRoom;

    SampleSize(int buildings, int storeys, int roomsAlong, int piecesInRoom) {
        this.buildings = buildings;
        this.storeys = storeys;
        this.roomsAlong = roomsAlong;
        this.piecesInRoom = piecesInRoom;
    }

    int buildings() {
        return buildings;
    }

    int storeys() {
        return storeys;
    }

    /** Rooms on each of the two sides of a corridor. */
    int roomsAlong() {
        return roomsAlong;
    }

    /** Pieces of furniture in a room, lamps included. */
    int piecesInRoom() {
        return piecesInRoom;
    }

    /** About how many elements there will be, to tell how far the work is. */
    public long expectedElements() {
        long storey = 2L * roomsAlong * (piecesInRoom + 5) + 12;
        return buildings * storeys * storey + 130 + storeys * 4L * roomsAlong;
    }
}
