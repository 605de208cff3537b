package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.CustomAttribute.Container;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Reads custom attributes. They are not kept: who asks often keeps what he concluded. */
final class CustomAttributeReader {
    private static final String COLUMNS = "SELECT a.ClassId,s.Name,c.Name,a.Instance FROM ec_CustomAttribute a"
            + " JOIN ec_Class c ON c.Id=a.ClassId JOIN ec_Schema s ON s.Id=c.SchemaId"
            + " WHERE a.ContainerId=? AND a.ContainerType=?";

    private final MetadataConnection connection;

    CustomAttributeReader(MetadataConnection connection) {
        this.connection = connection;
    }

    List<CustomAttribute> all(Container container, long containerId) {
        List<CustomAttribute> found = new ArrayList<>();
        for (Raw raw :
                connection.rows(COLUMNS + " ORDER BY a.Ordinal", Raw::read, containerId, (long) container.code())) {
            found.add(raw.parse());
        }
        return List.copyOf(found);
    }

    @Nullable
    CustomAttribute one(Container container, long containerId, String schemaName, String className) {
        Raw raw = connection.first(
                COLUMNS + " AND c.Name=? AND s.Name=?",
                Raw::read,
                containerId,
                (long) container.code(),
                className,
                schemaName);
        return raw == null ? null : raw.parse();
    }

    private record Raw(long classId, String schemaName, String className, String instance) {
        static Raw read(SqliteStatement row) {
            return new Raw(
                    row.columnLong(0),
                    MetadataConnection.text(row, 1),
                    MetadataConnection.text(row, 2),
                    MetadataConnection.text(row, 3));
        }

        CustomAttribute parse() {
            return new CustomAttribute(classId, schemaName, className, CustomAttributeXml.parse(instance));
        }
    }
}
