package org.imodel4j.cli.sample;

import java.util.List;
import org.imodel4j.bis.geometry.BuiltGeometry;

/** The storeys of one building: slab and columns, walls around them, rooms between and groups over all. */
final class Storeys {
    private final Building building;
    private final Site site;
    private final Crowd storeys;
    private final Crowd slabs;
    private final Crowd columns;
    private final Walls walls;
    private final Rooms rooms;
    private final BuiltGeometry outline;
    private final BuiltGeometry slab;
    private final BuiltGeometry column;

    Storeys(Building building) {
        this.building = building;
        this.site = building.site();
        long model = building.model();
        this.storeys = new Crowd(site, "Storey", model, "Rooms", "Number", "Elevation", "Height");
        this.slabs =
                new Crowd(site, "Slab", model, "Structure", "Mark", "Material", "Area", "Thickness", "LoadCapacity");
        this.columns = new Crowd(site, "Column", model, "Structure", "Mark", "Material", "Height", "Load");
        this.walls = new Walls(building);
        this.rooms = new Rooms(building);
        double length = building.length();
        this.outline = storeys.pack(new Shape().line(0, 0, length, 0, length, Plan.DEPTH, 0, Plan.DEPTH, 0, 0));
        this.slab = slabs.pack(new Shape()
                .subCategory(site.names().get("sub:Structure/Concrete"))
                .box(0, 0, -Plan.SLAB, length, Plan.DEPTH, Plan.SLAB));
        this.column = columns.pack(new Shape()
                .subCategory(site.names().get("sub:Structure/Concrete"))
                .part(site.names().get("part:Column")));
    }

    void make(int storey) {
        Spot corner = building.spot(0, 0, storey);
        long id = storeys.add("Storey " + storey, corner, outline, storey, corner.z(), Plan.STOREY);
        slabs.add(
                "Slab " + storey,
                corner,
                slab,
                building.mark(storey, "S", 0),
                "Concrete",
                building.length() * Plan.DEPTH,
                Plan.SLAB,
                3.5);
        columns(storey);
        walls.make(storey);
        List<Long> made = rooms.make(storey, id);
        Links.group(site, Building.name(building.number()) + ", storey " + storey, made);
    }

    private void columns(int storey) {
        int count = 0;
        for (int i = 0; i <= site.size().roomsAlong(); i++) {
            for (double across : new double[] {Plan.ROOM_DEPTH - 0.3, Plan.ROOM_DEPTH + Plan.CORRIDOR + 0.3}) {
                Spot spot = building.spot(inside(i * Plan.ROOM_WIDTH), across, storey);
                double load =
                        180.0 * (site.size().storeys() - storey) + site.random().nextInt(40);
                String mark = building.mark(storey, "C", ++count);
                long id = columns.add("Column " + count, spot, column, mark, "Concrete", Plan.CLEAR, load);
                if (count % 7 == 1) {
                    Links.inspect(site, id);
                }
            }
        }
    }

    /** Columns at the ends stand a little inside. */
    private double inside(double along) {
        return Math.max(0.5, Math.min(building.length() - 0.5, along));
    }
}
