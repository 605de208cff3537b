package org.imodel4j.cli.sample;

/** A floor plan for each storey of the first building, and a sheet that shows the lowest. */
final class Drawings {
    /** Of the sheet: an A3 page, in metres. */
    static final double SHEET_WIDTH = 0.42;

    static final double SHEET_HEIGHT = 0.297;

    private final Site site;
    private final long category;
    private final long font;

    private Drawings(Site site) {
        this.site = site;
        this.category = site.names().get("category:Plan");
        this.font = site.names().get("font:Sans");
    }

    static void make(Site site) {
        Drawings drawings = new Drawings(site);
        for (int storey = 0; storey < site.size().storeys(); storey++) {
            drawings.plan(storey);
        }
        drawings.sheet();
    }

    private void plan(int storey) {
        long model = document("Drawing", "Storey " + storey, Props.of("BisCore:Drawing"));
        site.names().put("drawing:" + storey, model);
        double length = Plan.length(site.size());
        graphic(model, "Outer wall", 0, 0, outerWall(length));
        graphic(
                model,
                "Axis",
                0,
                Plan.DEPTH / 2,
                new Shape().subCategory(site.names().get("sub:Plan/Dashed")).line(-2, 0, length + 2, 0));
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < site.size().roomsAlong(); i++) {
                room(model, side, i);
            }
        }
    }

    private Shape outerWall(double length) {
        double wall = Plan.OUTER_WALL;
        long hatch = site.names().get("sub:Plan/Hatch");
        Shape shape = new Shape().rectangle(-wall, -wall, length + 2 * wall, Plan.DEPTH + 2 * wall);
        for (double y : new double[] {-wall, Plan.DEPTH}) {
            shape.subCategory(hatch).hatch(0.1, 45).rectangle(-wall, y, length + 2 * wall, wall);
        }
        return shape;
    }

    private void room(long model, int side, int index) {
        int number = side * site.size().roomsAlong() + index + 1;
        double x = index * Plan.ROOM_WIDTH;
        double y = side * (Plan.ROOM_DEPTH + Plan.CORRIDOR);
        double door = side == 0 ? Plan.ROOM_DEPTH : 0;
        double hinge = side == 0 ? Walls.DOOR_AT : Plan.ROOM_WIDTH - Walls.DOOR_AT - Walls.DOOR_WIDTH;
        graphic(
                model,
                "Room " + number,
                x,
                y,
                new Shape()
                        .rectangle(0, 0, Plan.ROOM_WIDTH, Plan.ROOM_DEPTH)
                        .subCategory(site.names().get("sub:Plan/Text"))
                        .text(font, String.valueOf(number), 0.5, 1.7, 2.5));
        graphic(
                model,
                "Door " + number,
                x,
                y,
                new Shape().line(hinge, door, hinge, door + Walls.DOOR_WIDTH).quarter(hinge, door, Walls.DOOR_WIDTH));
    }

    private void graphic(long model, String label, double x, double y, Shape shape) {
        site.element(Props.of("BisCore:DrawingGraphic")
                .model(model)
                .category(category)
                .noCode()
                .label(label)
                .place2d(x, y)
                .geom(shape.build()));
    }

    private void sheet() {
        long model = document(
                "Sheet",
                "A-01",
                Props.of("BisCore:Sheet")
                        .put("width", SHEET_WIDTH)
                        .put("height", SHEET_HEIGHT)
                        .put("scale", 200));
        site.names().put("sheet", model);
        graphic(model, "Frame", 0, 0, new Shape().rectangle(0.01, 0.01, SHEET_WIDTH - 0.02, SHEET_HEIGHT - 0.02));
        graphic(
                model,
                "Title",
                0.25,
                0.02,
                new Shape()
                        .rectangle(0, 0, 0.15, 0.03)
                        .subCategory(site.names().get("sub:Plan/Text"))
                        .text(font, "Office park, storey 0", 0.008, 0.005, 0.01));
    }

    /** Shows the plan of the lowest storey on the sheet, once there is a view of it. */
    static void attach(Site site) {
        site.element(Props.of("BisCore:ViewAttachment")
                .model(site.names().get("sheet"))
                .category(site.names().get("category:Plan"))
                .noCode()
                .related("view", site.names().get("view:Storey 0"), "BisCore:ViewIsAttached")
                .put("placement", Views.flatBox(0.02, 0.06, 0.38, 0.2)));
    }

    private long document(String kind, String name, Props props) {
        long documents = site.names().get("model:Documents");
        long element = site.element(props.model(documents).code(site.spec(kind), documents, name));
        return site.model("BisCore:" + kind + "Model", element);
    }
}
