package org.imodel4j.cli.sample;

import java.util.Objects;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** One exhibit for each kind of geometry, in rows before the first building, each on a slab of paving. */
final class Garden {
    static final double DEPTH = 20;

    private static final int IN_A_ROW = 11;
    private static final double STEP = 4;

    static final double LENGTH = IN_A_ROW * STEP;

    private Garden() {}

    static void make(Site site) {
        long model = site.names().get("model:Garden");
        long category = site.names().get("category:Exhibits");
        int number = 0;
        for (JsonObject exhibit : Resources.lines("exhibits.jsonl")) {
            double x = number % IN_A_ROW * STEP + 2;
            double y = -DEPTH + number / IN_A_ROW * STEP;
            String kind = Styles.text(exhibit, "kind");
            JsonArray geom = (JsonArray) Colours.resolve(Objects.requireNonNull(exhibit.get("geom")), site.names());
            site.element(Props.of("SampleBuilding:Exhibit")
                    .model(model)
                    .category(category)
                    .noCode()
                    .label(kind)
                    .put("mark", "E-" + ++number)
                    .put("kind", kind)
                    .put(
                            "place",
                            JsonObject.builder()
                                    .put("x", x)
                                    .put("y", y)
                                    .put("z", 0)
                                    .build())
                    .place(x, y, 0, 0)
                    .geom(geom));
        }
        lawn(site, model, number);
    }

    private static void lawn(Site site, long model, int exhibits) {
        double rows = Math.ceil(exhibits / (double) IN_A_ROW);
        site.element(Props.of("Generic:PhysicalObject")
                .model(model)
                .category(site.names().get("category:Grounds"))
                .noCode()
                .label("Lawn")
                .place(0, -DEPTH - 2, 0, 0)
                .geom(new Shape()
                        .box(0, 0, -0.3, LENGTH, rows * STEP, 0.2)
                        .subCategory(site.names().get("sub:Grounds/Paving"))
                        .box(0, rows * STEP, -0.3, LENGTH, 1.5, 0.2)
                        .build()));
    }
}
