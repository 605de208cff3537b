package org.imodel4j.cli.query;

import java.nio.file.Path;
import java.util.function.Function;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.imodel.ECDb;
import org.imodel4j.imodel.SnapshotDb;

/** A file that queries are asked of. */
public sealed interface OpenFile extends AutoCloseable {
    record OfIModel(SnapshotDb db) implements OpenFile {
        @Override
        public ECSchemas schemas() {
            return db.schemas();
        }

        @Override
        public SchemaSet schemaModel() {
            return db.schemaModel();
        }

        @Override
        public <T> T read(Function<ReadConnection, T> work) {
            return db.read(work);
        }

        @Override
        public void close() {
            db.close();
        }
    }

    record OfECDb(ECDb db) implements OpenFile {
        @Override
        public ECSchemas schemas() {
            return db.schemas();
        }

        @Override
        public SchemaSet schemaModel() {
            return db.schemaModel();
        }

        @Override
        public <T> T read(Function<ReadConnection, T> work) {
            return db.read(work);
        }

        @Override
        public void close() {
            db.close();
        }
    }

    /** Opens an iModel, or a file that has EC data without being one. */
    static OpenFile open(Path file) {
        try {
            return new OfIModel(SnapshotDb.open(file));
        } catch (IModelException noIModel) {
            if (noIModel.errorNumber() != Status.BE_SQLITE_ERROR_INVALID_PROFILE_VERSION.number()) {
                throw noIModel;
            }
            return new OfECDb(ECDb.open(file));
        }
    }

    ECSchemas schemas();

    SchemaSet schemaModel();

    <T> T read(Function<ReadConnection, T> work);

    @Override
    void close();
}
