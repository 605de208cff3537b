package org.imodel4j.cli.sample;

import java.util.Locale;

/** One building: the corner that it starts from, and what its storeys are made with. */
record Building(Site site, int number, long model, double x, double y) {
    static Building of(Site site, int number) {
        return new Building(
                site, number, site.names().get("model:" + name(number)), Plan.x(site.size(), number), Plan.y(number));
    }

    static String name(int number) {
        return "Building " + (number + 1);
    }

    /** All storeys, from below. */
    void make() {
        Storeys storeys = new Storeys(this);
        for (int storey = 0; storey < site.size().storeys(); storey++) {
            storeys.make(storey);
        }
    }

    double length() {
        return Plan.length(site.size());
    }

    /** A place by its distance from the corner. */
    Spot spot(double along, double across, int storey) {
        return new Spot(x + along, y + across, storey * Plan.STOREY, 0);
    }

    /** What is written on a component: {@code 1.02-D07}. */
    String mark(int storey, String kind, int count) {
        return String.format(Locale.ROOT, "%d.%02d-%s%02d", number + 1, storey, kind, count);
    }
}
