package org.imodel4j.cli.sample;

import org.imodel4j.json.JsonArray;

/** Many physical elements of one class that have values for the same properties. */
final class Crowd {
    /** A value that is another element. */
    record Related(long id, String relClassName) {}

    private final Site site;
    private final String classFullName;
    private final long model;
    private final long category;
    private final String[] properties;

    Crowd(Site site, String className, long model, String category, String... properties) {
        this.site = site;
        this.classFullName = "SampleBuilding:" + className;
        this.model = model;
        this.category = site.names().get("category:" + category);
        this.properties = properties;
    }

    /** @param values of the properties: texts, numbers, booleans and elements */
    long add(String label, Spot spot, JsonArray geom, Object... values) {
        Props props = Props.of(classFullName)
                .model(model)
                .category(category)
                .noCode()
                .label(label)
                .place(spot.x(), spot.y(), spot.z(), spot.yaw())
                .geom(geom);
        for (int i = 0; i < properties.length; i++) {
            switch (values[i]) {
                case String text -> props.put(properties[i], text);
                case Boolean flag -> props.put(properties[i], flag);
                case Number number -> props.put(properties[i], number.doubleValue());
                case Related related -> props.related(properties[i], related.id(), related.relClassName());
                default -> throw new IllegalArgumentException("No property has such a value: " + values[i]);
            }
        }
        return site.element(props);
    }
}
