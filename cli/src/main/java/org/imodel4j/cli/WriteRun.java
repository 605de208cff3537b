package org.imodel4j.cli;

import java.nio.file.Path;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.ArgumentReader;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.ECSqlWrite;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.WriteResult;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.imodel.ECDb;
import org.imodel4j.imodel.WritableECDb;
import org.imodel4j.json.Json;
import org.jspecify.annotations.Nullable;

/** One statement that changes a file. It prints the id of a new instance and is silent otherwise. */
record WriteRun(
        Terminal terminal,
        Path file,
        String ecsql,
        @Nullable String args) {
    /**
     * @param allowed the user said that the file may change
     * @param explain the user wants to see what would happen
     * @throws IModelException BE_SQLITE_READONLY when it may not, the status of a failure, and what preparing it gives; the file is as
     *     before then
     */
    void run(boolean allowed, boolean explain) {
        if (!ECSqlEngine.isWrite(ecsql)) {
            throw new NotUnderstoodException("--write is for INSERT, UPDATE and DELETE");
        }
        if (!allowed && !explain) {
            throw new IModelException(
                            Status.BE_SQLITE_READONLY, "The statement changes the file; say --write to let it")
                    .with("file", file);
        }
        if (explain) {
            explain();
            return;
        }
        try (WritableECDb db = ECDb.openForWrite(file);
                ECSqlWrite statement = db.prepare(ecsql)) {
            WriteResult result = statement.bind(arguments(db)).step().orThrow();
            db.saveChanges();
            if (statement.compiled().isInsert()) {
                terminal.println(Id64.toHex(result.id()));
            }
        }
    }

    private void explain() {
        try (ECDb db = ECDb.open(file)) {
            db.ecsql().compileWrite(ecsql).sql().forEach(terminal::println);
        }
    }

    private QueryArguments arguments(WritableECDb db) {
        return args == null ? QueryArguments.NONE : new ArgumentReader(db.schemas()).read(Json.parse(args));
    }
}
