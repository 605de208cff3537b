package org.imodel4j.bis;

import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/** The images of texture elements. They are given in their stored size and format. Safe for use by several threads. */
public final class Textures {
    private final ECSchemas schemas;
    private final ConnectionSource source;

    public Textures(ECSchemas schemas, ConnectionSource source) {
        this.schemas = schemas;
        this.source = source;
    }

    /** Null when there is no such texture, it has no image, or one that is not of the format that it says. */
    public @Nullable TextureData tryGet(long textureId) {
        return source.read(connection -> read(textureId, connection));
    }

    private @Nullable TextureData read(long id, ReadConnection connection) {
        ECClass texture = schemas.tryClass("BisCore", "Texture");
        long classId = Elements.classId(id, connection.statements());
        if (texture == null || classId == 0 || !schemas.isSubclass(classId, texture.id())) {
            return null;
        }
        Selection selection = new Selection(schemas, schemas.classById(classId));
        int data = selection.column("Data");
        int format = selection.column("Format");
        try (Lease lease = connection.statements().acquire(selection.sql())) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, id);
            byte[] bytes = row.step() ? row.columnBlob(data) : null;
            if (bytes == null || bytes.length == 0) {
                return null;
            }
            ImageFacts facts = ImageFacts.of(bytes);
            if (facts == null || facts.format() != row.columnLong(format)) {
                return null;
            }
            return new TextureData(facts.width(), facts.height(), facts.format(), facts.transparency(), bytes);
        }
    }
}
