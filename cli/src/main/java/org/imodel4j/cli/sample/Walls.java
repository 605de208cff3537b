package org.imodel4j.cli.sample;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** The walls of a storey, with holes for the doors and windows that are put into them. */
final class Walls {
    /** From the left end of a room, along its front. */
    static final double WINDOW_AT = 1.2;

    static final double WINDOW_WIDTH = 1.8;
    static final double WINDOW_SILL = 0.9;
    static final double WINDOW_HEIGHT = 1.4;

    /** From the left end of a room, seen from its front. */
    static final double DOOR_AT = 3.1;

    static final double DOOR_WIDTH = 0.9;
    static final double DOOR_HEIGHT = 2.1;

    private final Building building;
    private final Site site;
    private final Crowd walls;
    private int count;

    Walls(Building building) {
        this.building = building;
        this.site = building.site();
        this.walls = new Crowd(
                site,
                "Wall",
                building.model(),
                "Walls",
                "Mark",
                "Material",
                "Length",
                "Height",
                "Thickness",
                "IsExternal",
                "FireRating");
    }

    void make(int storey) {
        count = 0;
        double length = building.length();
        double outer = Plan.OUTER_WALL;
        add(storey, 0, -outer, 0, length, true, windows(WINDOW_AT));
        add(storey, 0, Plan.DEPTH, 0, length, true, windows(Plan.ROOM_WIDTH - WINDOW_AT - WINDOW_WIDTH));
        add(storey, 0, 0, 90, Plan.DEPTH, true, List.of());
        add(storey, length + outer, 0, 90, Plan.DEPTH, true, List.of());
        add(storey, 0, Plan.ROOM_DEPTH, 0, length, false, doors(DOOR_AT));
        add(
                storey,
                0,
                Plan.ROOM_DEPTH + Plan.CORRIDOR - Plan.INNER_WALL,
                0,
                length,
                false,
                doors(Plan.ROOM_WIDTH - DOOR_AT - DOOR_WIDTH));
        for (int i = 1; i < site.size().roomsAlong(); i++) {
            double along = i * Plan.ROOM_WIDTH + Plan.INNER_WALL / 2;
            add(storey, along, 0, 90, Plan.ROOM_DEPTH, false, List.of());
            add(storey, along, Plan.ROOM_DEPTH + Plan.CORRIDOR, 90, Plan.ROOM_DEPTH, false, List.of());
        }
    }

    private List<double[]> windows(double at) {
        return holes(at, WINDOW_SILL, WINDOW_WIDTH, WINDOW_HEIGHT);
    }

    private List<double[]> doors(double at) {
        return holes(at, 0.001, DOOR_WIDTH, DOOR_HEIGHT);
    }

    /** One for each room. */
    private List<double[]> holes(double at, double sill, double width, double height) {
        List<double[]> holes = new ArrayList<>();
        for (int i = 0; i < site.size().roomsAlong(); i++) {
            holes.add(new double[] {i * Plan.ROOM_WIDTH + at, sill, width, height});
        }
        return holes;
    }

    private void add(
            int storey,
            double along,
            double across,
            double yaw,
            double length,
            boolean external,
            List<double[]> holes) {
        double thickness = external ? Plan.OUTER_WALL : Plan.INNER_WALL;
        Spot corner = building.spot(along, across, storey);
        walls.typed(external ? "Brick wall 36" : "Light wall 12")
                .add(
                        "Wall " + ++count,
                        new Spot(corner.x(), corner.y(), corner.z(), yaw),
                        walls.pack(shape(length, thickness, external, holes)),
                        building.mark(storey, "W", count),
                        external ? "Brick" : "Plasterboard",
                        length,
                        Plan.CLEAR,
                        thickness,
                        external,
                        external ? "F90" : "F30");
    }

    private Shape shape(double length, double thickness, boolean external, List<double[]> holes) {
        Shape shape = new Shape().subCategory(site.names().get("sub:Walls/" + (external ? "Exterior" : "Interior")));
        if (holes.isEmpty()) {
            return shape.box(0, 0, 0, length, thickness, Plan.CLEAR);
        }
        List<JsonValue> loops = new ArrayList<>();
        loops.add(upright(0, 0, length, Plan.CLEAR));
        for (double[] hole : holes) {
            loops.add(upright(hole[0], hole[1], hole[2], hole[3]));
        }
        JsonObject front =
                JsonObject.builder().put("parityRegion", new JsonArray(loops)).build();
        return shape.sweep(front, 0, thickness, 0);
    }

    /** A rectangle in the plane of the front. */
    private static JsonValue upright(double x, double z, double width, double height) {
        JsonArray corners = JsonArray.of(
                JsonArray.of(x, 0, z),
                JsonArray.of(x + width, 0, z),
                JsonArray.of(x + width, 0, z + height),
                JsonArray.of(x, 0, z + height),
                JsonArray.of(x, 0, z));
        return JsonObject.builder()
                .put(
                        "loop",
                        JsonArray.of(
                                JsonObject.builder().put("lineString", corners).build()))
                .build();
    }
}
