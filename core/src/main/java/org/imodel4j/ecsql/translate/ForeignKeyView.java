package org.imodel4j.ecsql.translate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;

/**
 * Writes the SELECT that gives the instances of a relationship that has no table: they follow from a navigation property. The
 * instance has the id of the row that holds the property; rows whose other end does not exist give no instance.
 */
final class ForeignKeyView {
    private final ECSchemas schemas;
    private final ClassView views;

    ForeignKeyView(ECSchemas schemas, ClassView views) {
        this.schemas = schemas;
        this.views = views;
    }

    String select(ClassView.Request request) {
        StringBuilder sql = new StringBuilder();
        ECClass relationship = request.ecClass();
        for (ClassMap.ForeignKey key : schemas.foreignKeys(relationship)) {
            sql.append(sql.length() == 0 ? "" : " UNION ALL ");
            arm(sql, key, relationship, request);
        }
        if (sql.length() == 0) {
            for (String path : request.paths()) {
                sql.append(sql.length() == 0 ? "SELECT " : ",").append("NULL ").append(Sql.name(path));
            }
            sql.append(sql.length() == 0 ? "SELECT NULL" : "").append(" WHERE 0");
        }
        return sql.toString();
    }

    private void arm(StringBuilder sql, ClassMap.ForeignKey key, ECClass relationship, ClassView.Request request) {
        String idPath = key.propertyName() + ".Id";
        String classPath = key.propertyName() + ".RelECClassId";
        ECClass holder = schemas.classById(key.holderClassId());
        boolean stored = isStored(holder, classPath);
        Set<String> needed = new LinkedHashSet<>(List.of("ECInstanceId", idPath));
        StringBuilder select = new StringBuilder("SELECT ");
        for (String path : request.paths()) {
            select.append(select.length() == 7 ? "" : ",");
            select.append(column(path, key, idPath, classPath, needed))
                    .append(' ')
                    .append(Sql.name(path));
        }
        if (request.paths().isEmpty()) {
            select.append("NULL");
        }
        String filter = relationshipFilter(relationship, request.subclasses(), stored, classPath);
        if (!filter.isEmpty()) {
            needed.add(classPath);
        }
        ECClass.Relationship ends = relationship.relationship();
        String far = ends == null
                ? ""
                : LinkEnds.endJoin(
                        schemas,
                        views,
                        key.holderIsSource() ? ends.target() : ends.source(),
                        "[FarEnd]",
                        "[Holder]." + Sql.name(idPath));
        sql.append(select).append(" FROM (");
        sql.append(views.select(new ClassView.Request(
                holder, true, request.plainTypeIndex(), request.filtered(), needed, request.requiredProperties())));
        sql.append(") [Holder]").append(far);
        sql.append(" WHERE [Holder].")
                .append(Sql.name(idPath))
                .append(" IS NOT NULL")
                .append(filter);
    }

    private boolean isStored(ECClass holder, String classPath) {
        for (ClassMap.Column column : schemas.mapOf(holder).columns()) {
            if (column.accessString().equalsIgnoreCase(classPath)) {
                return !column.virtual() || schemas.mapOf(holder).tables().isEmpty();
            }
        }
        return true;
    }

    private static String column(
            String path, ClassMap.ForeignKey key, String idPath, String classPath, Set<String> needed) {
        String near = key.holderIsSource() ? "Source" : "Target";
        String far = key.holderIsSource() ? "Target" : "Source";
        if (path.equals("ECInstanceId") || path.equals(near + "ECInstanceId")) {
            return "[Holder].[ECInstanceId]";
        }
        if (path.equals("ECClassId")) {
            needed.add(classPath);
            return "[Holder]." + Sql.name(classPath);
        }
        if (path.equals(near + "ECClassId")) {
            needed.add("ECClassId");
            return "[Holder].[ECClassId]";
        }
        if (path.equals(far + "ECInstanceId")) {
            return "[Holder]." + Sql.name(idPath);
        }
        return path.equals(far + "ECClassId") ? "[FarEnd].[ECClassId]" : "NULL";
    }

    private String relationshipFilter(ECClass relationship, boolean subclasses, boolean stored, String classPath) {
        if (!stored) {
            return "";
        }
        String column = " AND [Holder]." + Sql.name(classPath);
        long[] ids = subclasses ? schemas.subclasses(relationship.id()) : new long[] {relationship.id()};
        return ids.length == 1 ? column + '=' + ids[0] : column + " IN (" + Sql.list(ids) + ')';
    }
}
