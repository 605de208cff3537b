package org.imodel4j.cli.sample;

import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.HashMap;
import java.util.Map;
import org.imodel4j.bis.geometry.BuiltGeometry;
import org.imodel4j.bis.geometry.GeometryStreamBuilder;
import org.imodel4j.bis.write.ElementStream;
import org.imodel4j.geometry.Placement3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.YawPitchRollAngles;

/**
 * Many physical elements of one class that have values for the same properties. Most of what a sample holds comes through here, so its values go straight
 * to statements, and geometry that elements share is packed once.
 */
final class Crowd {
    /** A value that is another element. */
    record Related(long id, String relClassName) {}

    private final Site site;
    private final ElementStream stream;
    private final long category;
    private final Map<String, Long> relationships = new HashMap<>();

    Crowd(Site site, String className, long model, String category, String... properties) {
        this.site = site;
        this.category = site.names().get("category:" + category);
        this.stream = site.edits().stream("SampleBuilding:" + className, properties)
                .model(model)
                .category(this.category);
    }

    /** Geometry as elements of this crowd can have it. */
    BuiltGeometry pack(Shape shape) {
        return GeometryStreamBuilder.forElement(category, true, site.edits().geometryLookup())
                .appendJson(shape.build())
                .build();
    }

    /** The next element is of this type. */
    Crowd typed(String type) {
        stream.typeDefinition(site.names().get("type:" + type), relationship("BisCore:PhysicalElementIsOfType"));
        return this;
    }

    private long relationship(String name) {
        return relationships.computeIfAbsent(
                name, absent -> site.db().schemas().getClass(absent).id());
    }

    /** @param values of the properties: texts, numbers, booleans, days and elements */
    long add(String label, Spot spot, BuiltGeometry geometry, Object... values) {
        stream.userLabel(label)
                .geometry(
                        geometry.blob(),
                        new Placement3d(
                                new Point3d(spot.x(), spot.y(), spot.z()),
                                new YawPitchRollAngles(spot.yaw(), 0, 0),
                                geometry.box()));
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String text -> stream.setText(i, text);
                case Boolean flag -> stream.setBoolean(i, flag);
                case Integer number -> stream.setLong(i, number);
                case Long number -> stream.setLong(i, number);
                case Double number -> stream.setDouble(i, number);
                // A day begins half a day after the one of astronomers.
                case LocalDate day -> stream.setDateTime(i, day.getLong(JulianFields.JULIAN_DAY) - 0.5);
                case Related other -> stream.setNavigation(i, other.id(), relationship(other.relClassName()));
                default -> throw new IllegalArgumentException("No property has such a value: " + values[i]);
            }
        }
        long id = stream.insert();
        site.counted();
        return id;
    }
}
