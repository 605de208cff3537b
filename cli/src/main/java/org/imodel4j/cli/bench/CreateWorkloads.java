package org.imodel4j.cli.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.ec.xml.SchemaXmlWriter;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.imodel.CreateIModelProps;
import org.imodel4j.imodel.ECDb;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.imodel.WritableECDb;
import org.imodel4j.json.JsonObject;

/** Making iModels: the first one of a computer, which imports the system schemas, those after it, and an import into a new one. */
final class CreateWorkloads {
    private static final String DOMAIN = "PerfDomain";

    private CreateWorkloads() {}

    static void addTo(Map<String, Workload> all) {
        all.put("create.empty.first", (name, settings) -> Figures.measure(name, 0, 1, CreateWorkloads::createFirst)
                .build());
        all.put("create.empty", CreateWorkloads::create);
        all.put("schema.import", CreateWorkloads::importSchema);
    }

    private static long createFirst() {
        return ScratchFolder.in(folder -> {
            create(folder.resolve("first.bim"), folder);
            return 1;
        });
    }

    private static JsonObject create(String name, Settings settings) {
        return ScratchFolder.in(folder -> {
            int[] number = {0};
            return Figures.measure(name, settings.warm(), settings.reps(15), () -> {
                        create(folder.resolve("new" + number[0]++ + ".bim"), folder);
                        return 1;
                    })
                    .build();
        });
    }

    private static void create(Path file, Path cacheDir) {
        SnapshotDb.createEmpty(file, CreateIModelProps.of("bench"), cacheDir).close();
    }

    private static JsonObject importSchema(String name, Settings settings) {
        List<SchemaInput> documents = List.of(new SchemaInput.Text(DOMAIN, document(settings)));
        return ScratchFolder.in(folder -> {
            int[] number = {0};
            int runs = settings.warm() + settings.reps(15);
            for (int i = 0; i < runs; i++) {
                create(folder.resolve("new" + i + ".bim"), folder);
            }
            return Figures.measure(name, settings.warm(), settings.reps(15), () -> {
                        try (WritableECDb db = ECDb.openForWrite(folder.resolve("new" + number[0]++ + ".bim"))) {
                            db.importSchemas(documents, List.of());
                            db.saveChanges();
                            return 1;
                        }
                    })
                    .build();
        });
    }

    /** The schema of the generated files. */
    private static String document(Settings settings) {
        try (SnapshotDb db = SnapshotDb.open(settings.file("small"))) {
            SchemaDef schema = db.schemaModel().trySchema(DOMAIN);
            if (schema == null) {
                throw new IModelException(Status.NOT_FOUND, "The file has no schema " + DOMAIN).with("file", db.path());
            }
            return SchemaXmlWriter.toXml(schema);
        }
    }
}
