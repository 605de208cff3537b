package org.imodel4j.examples;

import java.nio.file.Path;
import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.bis.element.Code;
import org.imodel4j.bis.element.GeometricElement3d;
import org.imodel4j.bis.element.InformationPartitionElement;
import org.imodel4j.bis.element.NewModel;
import org.imodel4j.bis.element.SpatialCategory;
import org.imodel4j.bis.geometry.GeometryLookup;
import org.imodel4j.bis.geometry.GeometryStreamBuilder;
import org.imodel4j.bis.geometry.StreamEntry;
import org.imodel4j.bis.write.Edits;
import org.imodel4j.bis.write.ElementStream;
import org.imodel4j.geometry.Placement3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.geometry.shape.Box;
import org.imodel4j.imodel.CreateIModelProps;
import org.imodel4j.imodel.StandaloneDb;
import org.imodel4j.imodel.WritableIModelDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;

/** Makes an iModel with a physical model: one wall by its props, then a thousand columns in a stream. */
public final class NewBuilding {
    private static final long DICTIONARY = 0x10;
    private static final long ROOT_SUBJECT = 1;

    private NewBuilding() {}

    public static void main(String[] args) {
        make(Path.of(args[0]));
    }

    static void make(Path file) {
        StandaloneDb.createEmpty(file, CreateIModelProps.of("New building"), true)
                .close();
        try (WritableIModelDb iModel = StandaloneDb.openForWrite(file)) {
            Edits edit = iModel.edit();
            CodeSpecs specs = iModel.codeSpecs();
            long category = edit.elements()
                    .insert(SpatialCategory.create(SpatialCategory.createCode(specs, DICTIONARY, "Structure")));
            long model = edit.elements()
                    .insert(InformationPartitionElement.physicalPartition(
                            InformationPartitionElement.createCode(specs, ROOT_SUBJECT, "Structure")));
            edit.models().insert(NewModel.physicalModel(model));
            edit.elements().insert(wall(model, category));
            insertColumns(edit.stream("Generic:PhysicalObject").model(model).category(category), category);
            iModel.saveChanges();
        }
    }

    private static GeometricElement3d wall(long model, long category) {
        String box = "[{\"box\":{\"origin\":[0,0,0],\"baseX\":6,\"baseY\":0.3,\"topOrigin\":[0,0,3],\"capped\":true}}]";
        return GeometricElement3d.of("Generic:PhysicalObject", model, Code.EMPTY, category)
                .userLabel("a wall")
                .geom((JsonArray) Json.parse(box.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static void insertColumns(ElementStream columns, long category) {
        Box shape = new Box(
                Point3d.ZERO,
                new Point3d(0, 0, 3),
                new Point3d(1, 0, 0),
                new Point3d(0, 1, 0),
                0.4,
                0.4,
                0.4,
                0.4,
                true);
        var geometry = GeometryStreamBuilder.forElement(category, true, GeometryLookup.NOTHING)
                .append(new StreamEntry.Shape(shape))
                .build();
        for (int i = 0; i < 1000; i++) {
            Point3d origin = new Point3d(i % 40 * 6, i / 40 * 6, 0);
            columns.userLabel("column " + i)
                    .geometry(geometry.blob(), new Placement3d(origin, YawPitchRollAngles.ZERO, geometry.box()))
                    .insert();
        }
    }
}
