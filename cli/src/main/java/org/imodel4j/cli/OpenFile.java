package org.imodel4j.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;

/** A file that queries are asked of: an iModel or a plain ECDb file. */
final class OpenFile implements AutoCloseable {
    private final ECSchemas schemas;
    private final ReadConnection connection;

    private OpenFile(ECSchemas schemas, ReadConnection connection) {
        this.schemas = schemas;
        this.connection = connection;
    }

    static OpenFile open(Path file) {
        ECSchemas schemas = new ECSchemas(() -> SqliteDrivers.best().open(OpenRequest.readOnly(file)));
        ECSqlEngine engine = new ECSqlEngine(schemas);
        return new OpenFile(schemas, engine.connect(SqliteDrivers.best().open(OpenRequest.readOnly(file))));
    }

    ECSchemas schemas() {
        return schemas;
    }

    <T> T read(Function<ReadConnection, T> work) {
        return work.apply(connection);
    }

    @Override
    public void close() {
        connection.close();
        schemas.close();
    }
}
