package org.imodel4j.ecsql.translate;

import java.util.List;
import java.util.Set;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ClassMap.Table;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.jspecify.annotations.Nullable;

/** The class ids at the ends of a link table, which stand in the tables of the ends. */
final class LinkEnds {
    private final ECSchemas schemas;
    private final ClassView views;
    private final ECClass ecClass;
    private final ClassMap map;
    private final StringBuilder joins = new StringBuilder();

    LinkEnds(ECSchemas schemas, ClassView views, ECClass ecClass, ClassMap map) {
        this.schemas = schemas;
        this.views = views;
        this.ecClass = ecClass;
        this.map = map;
    }

    /** The joins that the columns given so far need. */
    String joins() {
        return joins.toString();
    }

    /** The column of {@code SourceECClassId} or {@code TargetECClassId}; null when the path is another one. */
    @Nullable
    String column(String path, Table base, TableNames names) {
        ECClass.Relationship relationship = ecClass.relationship();
        if (relationship == null) {
            return null;
        }
        return switch (path) {
            case "SourceECClassId" -> end("Source", relationship.source(), base, names);
            case "TargetECClassId" -> end("Target", relationship.target(), base, names);
            default -> null;
        };
    }

    private String end(String side, ECClass.Constraint constraint, Table base, TableNames names) {
        ClassMap.Column own = map.tryColumn(side + "ECClassId");
        if (own != null && !own.virtual() && own.table().id() == base.id()) {
            return names.column(base, own.name());
        }
        if (own != null && own.virtual() && own.constantClassId() != null) {
            return Long.toString(own.constantClassId());
        }
        ClassMap.Column id = map.tryColumn(side + "ECInstanceId");
        String idColumn = names.column(base, id == null ? side + "Id" : id.name());
        String alias = Sql.name(side + "End");
        joins.append(endJoin(schemas, views, constraint, alias, idColumn));
        return alias + ".[ECClassId]";
    }

    /** An inner join that gives {@code alias.[ECClassId]} of the instance at one end. */
    static String endJoin(
            ECSchemas schemas, ClassView views, ECClass.Constraint constraint, String alias, String idColumn) {
        long classId = constraint.abstractClassId() != null
                ? constraint.abstractClassId()
                : constraint.classIds().get(0);
        Table table = views.primaryTable(classId);
        if (table != null
                && table.classIdColumn() != null
                && table.classIdColumn().equals("ECClassId")) {
            return " INNER JOIN [main]." + Sql.name(table.name()) + ' ' + alias + " ON " + alias + '.'
                    + Sql.name(table.primaryKey()) + '=' + idColumn;
        }
        ClassView.Request all = new ClassView.Request(
                schemas.classById(classId), true, true, true, List.of("ECInstanceId", "ECClassId"), Set.of());
        return " INNER JOIN (" + views.select(all) + ") " + alias + " ON " + alias + ".[ECInstanceId]=" + idColumn;
    }
}
