package org.imodel4j.cli.sample;

import java.util.Objects;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** Geometry that is used many times, and the types of what has it. */
final class Parts {
    private static final String[][] MAKERS = {{"Nordholm", "Aarhus"}, {"Tischwerk", "Graz"}, {"Lumo", "Porto"}};

    private final Site site;

    private Parts(Site site) {
        this.site = site;
    }

    static void make(Site site) {
        Parts parts = new Parts(site);
        Resources.lines("parts.jsonl").forEach(parts::part);
        parts.type("WallType", "Brick wall 36", 210);
        parts.type("WallType", "Light wall 12", 65);
        parts.type("DoorType", "Door", 340);
        for (String piece : Furnishing.PIECES) {
            parts.type("FurnitureType", piece, 40 + site.random().nextInt(400));
        }
    }

    private void part(JsonObject given) {
        String name = Styles.text(given, "name");
        JsonArray geom = (JsonArray) Colours.resolve(Objects.requireNonNull(given.get("geom")), site.names());
        long id = site.element(Props.of("BisCore:GeometryPart")
                .model(Site.DICTIONARY)
                .code(site.spec("GeometryPart"), Site.DICTIONARY, name)
                .geom(geom));
        site.names().put("part:" + name, id);
    }

    private void type(String className, String name, double price) {
        String[] maker = MAKERS[site.random().nextInt(MAKERS.length)];
        long id = site.element(Props.of("SampleBuilding:" + className)
                .model(Site.DICTIONARY)
                .code(site.spec("PhysicalType"), Site.DICTIONARY, name)
                .put(
                        "maker",
                        JsonObject.builder()
                                .put("name", maker[0])
                                .put("town", maker[1])
                                .put("since", 1950 + site.random().nextInt(60))
                                .build())
                .put("price", price));
        site.names().put("type:" + name, id);
    }
}
