package org.imodel4j.cli.sample;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.imodel.CreateIModelProps;
import org.imodel4j.imodel.StandaloneDb;
import org.imodel4j.imodel.WritableIModelDb;
import org.jspecify.annotations.Nullable;

/** Makes one sample. */
public final class SampleIModel {
    /** To be raised when the same size and seed come to give another sample. */
    public static final int VERSION = 1;

    private static final String SCHEMA = "SampleBuilding.ecschema.xml";

    private SampleIModel() {}

    /**
     * Makes a standalone iModel. The same size and seed give the same elements with the same ids; GUIDs and times differ.
     *
     * @param cacheDir where the finished empty file is kept; null for nowhere
     * @param eachElement is told of every element
     * @throws org.imodel4j.error.IModelException as {@link StandaloneDb#createEmpty}
     */
    public static void make(Path file, SampleSize size, long seed, @Nullable Path cacheDir, Runnable eachElement) {
        StandaloneDb.createEmpty(file, props(size), true, cacheDir).close();
        try (WritableIModelDb db = StandaloneDb.openForWrite(file)) {
            db.importSchemas(List.of(new SchemaInput.Text(SCHEMA, Resources.text(SCHEMA))), List.of());
            build(new Site(db, size, seed, eachElement));
            db.saveChanges();
        }
    }

    private static CreateIModelProps props(SampleSize size) {
        double[] near = Plan.near();
        double[] far = Plan.far(size);
        return CreateIModelProps.of("Sample")
                .withDescription("Offices and a garden of geometry")
                .withClient("imodel4j")
                .withProjectExtents(Range3d.of(near[0], near[1], near[2], far[0], far[1], far[2]))
                .withEcefLocation(Place.at(13.3777, 52.5163, 80));
    }

    private static void build(Site site) {
        Styles.make(site);
        Parts.make(site);
        Frame.make(site);
        for (int number = 0; number < site.size().buildings(); number++) {
            Building.of(site, number).make();
        }
        Garden.make(site);
        Drawings.make(site);
        Views.make(site);
        Drawings.attach(site);
        Links.documents(site);
    }
}
