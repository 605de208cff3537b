package org.imodel4j.cli.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;

/** The lines of link relationships, class by class. The others are properties of elements. */
final class RelationshipLines {
    private static final Set<ClassMap.Strategy> LINK_TABLES =
            EnumSet.of(ClassMap.Strategy.OWN_TABLE, ClassMap.Strategy.TABLE_PER_HIERARCHY);

    private RelationshipLines() {}

    static void write(ECSchemas schemas, ReadConnection connection, LineWriter lines) throws IOException {
        for (ECSchema schema : schemas.schemas()) {
            for (long classId : schemas.classIdsOf(schema)) {
                ECClass ecClass = schemas.classById(classId);
                if (isLink(schemas, ecClass)) {
                    write(ecClass, connection, lines);
                }
            }
        }
    }

    private static boolean isLink(ECSchemas schemas, ECClass ecClass) {
        if (ecClass.type() != ECClass.Type.RELATIONSHIP || ecClass.modifier() == ECClass.Modifier.ABSTRACT) {
            return false;
        }
        ClassMap map = schemas.mapOf(ecClass);
        return LINK_TABLES.contains(map.strategy())
                && map.tables().stream().anyMatch(table -> table.type() != ClassMap.TableType.VIRTUAL);
    }

    private static void write(ECClass ecClass, ReadConnection connection, LineWriter lines) throws IOException {
        List<String> columns = new ArrayList<>(List.of("ECInstanceId", "SourceECInstanceId", "TargetECInstanceId"));
        for (ECProperty property : ecClass.properties()) {
            columns.add('[' + property.name() + ']');
        }
        String ecsql = "SELECT " + String.join(",", columns) + " FROM ONLY ["
                + ecClass.schema().name() + "].[" + ecClass.name() + "] ORDER BY ECInstanceId";
        JsonWriter row = new JsonWriter();
        try (ECSqlCursor cursor = connection.query(ecsql)) {
            while (cursor.step()) {
                row.reset();
                cursor.writeRowObject(row, RowFormat.JS, RowOptions.DEFAULT);
                JsonObject.Builder props = JsonObject.builder().put("classFullName", ecClass.fullName());
                ((JsonObject) Json.parse(row.bytes())).members().forEach(props::put);
                lines.line(Archive.Kind.RELATIONSHIP, props.build());
            }
        }
    }
}
