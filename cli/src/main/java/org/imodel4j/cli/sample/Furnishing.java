package org.imodel4j.cli.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imodel4j.bis.geometry.BuiltGeometry;
import org.imodel4j.cli.sample.Crowd.Related;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** What stands in rooms, by what they are used for. */
final class Furnishing {
    static final List<String> PIECES = List.of("Desk", "Chair", "Shelf", "Table", "Lamp", "Plant");

    private static final LocalDate FIRST_DELIVERY = LocalDate.of(2019, 3, 1);
    private static final int DAYS_OF_DELIVERY = 900;

    private final Site site;
    private final Crowd furniture;
    private final List<JsonObject> uses = Resources.objects("rooms.json");
    private final Map<String, BuiltGeometry> shapes = new HashMap<>();

    Furnishing(Building building) {
        this.site = building.site();
        this.furniture = new Crowd(
                site, "Furniture", building.model(), "Furniture", "Mark", "Material", "Weight", "Bought", "Room");
        for (String piece : PIECES) {
            String kind = piece.equals("Shelf") ? "Shelves" : piece + 's';
            Shape shape = new Shape()
                    .subCategory(site.names().get("sub:Furniture/" + kind))
                    .part(site.names().get("part:" + piece));
            shapes.put(piece, furniture.pack(shape));
        }
    }

    /** Kinds of rooms: name, number of the use, pieces with their places. */
    List<JsonObject> uses() {
        return uses;
    }

    /** Desks in a room of that kind. */
    long desks(JsonObject use) {
        return pieces(use).items().stream()
                .limit(site.size().piecesInRoom())
                .filter(piece -> name((JsonArray) piece).equals("Desk"))
                .count();
    }

    private static JsonArray pieces(JsonObject use) {
        return Objects.requireNonNull(use.array("pieces"));
    }

    private static String name(JsonArray piece) {
        return ((JsonValue.Text) piece.get(0)).value();
    }

    private static double number(JsonArray piece, int index) {
        return ((JsonValue.Number) piece.get(index)).value();
    }

    void furnish(RoomPlace place, long room, JsonObject use) {
        Related in = new Related(room, "SampleBuilding:RoomHasFurniture");
        int most = site.size().piecesInRoom();
        for (int i = 0; i < most && i < pieces(use).size(); i++) {
            JsonArray piece = (JsonArray) pieces(use).get(i);
            String name = name(piece);
            furniture
                    .typed(name)
                    .add(
                            name,
                            place.spot(number(piece, 1), number(piece, 2), number(piece, 3), number(piece, 4)),
                            Objects.requireNonNull(shapes.get(name)),
                            place.mark("R") + '-' + (i + 1),
                            name.equals("Plant") ? "Ficus" : name.equals("Lamp") ? "Steel" : "Oak",
                            2 + site.random().nextInt(300) / 10.0,
                            FIRST_DELIVERY.plusDays(site.random().nextInt(DAYS_OF_DELIVERY)),
                            in);
        }
    }
}
