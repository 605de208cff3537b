package org.imodel4j.cli.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imodel4j.bis.geometry.BuiltGeometry;
import org.imodel4j.cli.sample.Crowd.Related;
import org.imodel4j.json.JsonObject;

/** The rooms of a storey with their doors, windows and furniture. */
final class Rooms {
    private static final int CIRCULATION = 4;
    private static final String ON_STOREY = "SampleBuilding:StoreyHasRooms";

    private final Building building;
    private final Site site;
    private final Crowd rooms;
    private final Crowd doors;
    private final Crowd windows;
    private final Furnishing furnishing;
    private final BuiltGeometry corridor;
    private final BuiltGeometry space;
    private final BuiltGeometry door;
    private final BuiltGeometry window;

    Rooms(Building building) {
        this.building = building;
        this.site = building.site();
        long model = building.model();
        this.rooms = new Crowd(site, "Room", model, "Rooms", "Number", "Use", "Area", "Height", "Desks", "Storey");
        this.doors = new Crowd(
                site,
                "Door",
                model,
                "Openings",
                "Mark",
                "Material",
                "Width",
                "Height",
                "FireRating",
                "OpensLeft",
                "Room");
        this.windows = new Crowd(site, "Window", model, "Openings", "Mark", "Material", "Width", "Height", "UValue");
        this.furnishing = new Furnishing(building);
        this.corridor = rooms.pack(new Shape().box(0, 0, 0, building.length(), Plan.CORRIDOR, Plan.CLEAR));
        this.space = rooms.pack(new Shape().box(0, 0, 0, Plan.ROOM_WIDTH, Plan.ROOM_DEPTH, Plan.CLEAR));
        this.door = doors.pack(part("Door"));
        this.window = windows.pack(part("Window"));
    }

    private Shape part(String name) {
        return new Shape()
                .subCategory(site.names().get("sub:Openings/" + name + 's'))
                .part(site.names().get("part:" + name));
    }

    /** Makes the rooms of a storey and answers them. */
    List<Long> make(int storey, long storeyId) {
        List<Long> made = new ArrayList<>();
        made.add(corridor(storey, storeyId));
        for (int side = 0; side < 2; side++) {
            long beside = 0;
            for (int i = 0; i < site.size().roomsAlong(); i++) {
                RoomPlace place = new RoomPlace(building, storey, side, i);
                long room = room(place, storeyId);
                if (beside != 0) {
                    Props shared = Props.of("SampleBuilding:RoomIsBesideRoom").put("sharedLength", Plan.ROOM_DEPTH);
                    site.link(shared, beside, room);
                }
                beside = room;
                made.add(room);
            }
        }
        return made;
    }

    private long corridor(int storey, long storeyId) {
        return rooms.add(
                "Corridor",
                building.spot(0, Plan.ROOM_DEPTH, storey),
                corridor,
                building.mark(storey, "R", 0),
                CIRCULATION,
                building.length() * Plan.CORRIDOR,
                Plan.CLEAR,
                0,
                new Related(storeyId, ON_STOREY));
    }

    private long room(RoomPlace place, long storeyId) {
        List<JsonObject> uses = furnishing.uses();
        // Mostly offices.
        JsonObject use = uses.get(Math.max(0, site.random().nextInt(uses.size() + 3) - 3));
        long room = rooms.add(
                Styles.text(use, "name") + " " + place.number(),
                place.spot(0, 0, 0, 0),
                space,
                place.mark("R"),
                Objects.requireNonNull(use.number("use")).exact(),
                Plan.ROOM_WIDTH * Plan.ROOM_DEPTH,
                Plan.CLEAR,
                furnishing.desks(use),
                new Related(storeyId, ON_STOREY));
        long doorId = doors.typed("Door")
                .add(
                        "Door " + place.number(),
                        place.spot(Walls.DOOR_AT, Plan.ROOM_DEPTH, 0, 0),
                        door,
                        place.mark("D"),
                        "Wood",
                        Walls.DOOR_WIDTH,
                        Walls.DOOR_HEIGHT,
                        place.storey() % 4 == 0 ? "T90" : "T30",
                        site.random().nextBoolean(),
                        new Related(room, "SampleBuilding:RoomHasDoors"));
        if (place.number() % 4 == 1) {
            Links.warrant(site, doorId);
        }
        windows.add(
                "Window " + place.number(),
                place.spot(Walls.WINDOW_AT, -Plan.OUTER_WALL, Walls.WINDOW_SILL, 0),
                window,
                place.mark("F"),
                "Aluminium",
                Walls.WINDOW_WIDTH,
                Walls.WINDOW_HEIGHT,
                0.8 + site.random().nextInt(5) / 10.0);
        furnishing.furnish(place, room, use);
        return room;
    }
}
