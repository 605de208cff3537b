package org.imodel4j.bis;

import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ECClass;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/** A member with the ids that a link relationship leads to from an element, such as the models of a model selector. */
final class LinkedIds implements Part {
    private final byte[] name;
    private final String relationship;
    private volatile @Nullable String sql;

    LinkedIds(String name, String relationship) {
        this.name = JsonWriter.encodeName(name);
        this.relationship = relationship;
    }

    @Override
    public void write(Row row, JsonWriter out) {
        out.name(name).beginArray();
        String text = sql;
        if (text == null) {
            text = compile(row);
            sql = text;
        }
        if (!text.isEmpty()) {
            try (Lease lease = row.statements.acquire(text)) {
                SqliteStatement targets = lease.statement();
                targets.bindLong(1, row.id);
                while (targets.step()) {
                    out.hexId(targets.columnLong(0));
                }
            }
        }
        out.endArray();
    }

    private String compile(Row row) {
        ECClass link = row.schemas.tryClass("BisCore", relationship);
        ClassMap map = link == null ? null : row.schemas.mapOf(link);
        Column source = map == null ? null : map.tryColumn("SourceECInstanceId");
        Column target = map == null ? null : map.tryColumn("TargetECInstanceId");
        if (link == null || source == null || target == null) {
            return "";
        }
        String classId = target.table().classIdColumn();
        String filter = classId == null ? "" : " AND [" + classId + "]=" + link.id();
        return "SELECT [" + target.name() + "] FROM [" + target.table().name() + "] WHERE [" + source.name() + "]=?1"
                + filter + " ORDER BY [" + target.name() + ']';
    }
}
