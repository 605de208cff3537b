package org.imodel4j.ec.schema;

import java.util.List;
import java.util.Map;
import org.imodel4j.ec.Codes;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.sqlite.SqliteStatement;

/** Reads the classes of one schema. */
final class StoredClasses {
    private static final String CLASSES = "SELECT Id,Name,Type,Modifier,DisplayLabel,Description,"
            + "CustomAttributeContainerType,RelationshipStrength,RelationshipStrengthDirection"
            + " FROM ec_Class WHERE SchemaId=? ORDER BY Id";
    private static final String BASES = "SELECT b.ClassId,k.SchemaId,k.Name FROM ec_Class c"
            + " CROSS JOIN ec_ClassHasBaseClasses b ON b.ClassId=c.Id LEFT JOIN ec_Class k ON k.Id=b.BaseClassId"
            + " WHERE c.SchemaId=? ORDER BY c.Id,b.Ordinal";
    private static final String ENDS = "SELECT r.RelationshipClassId,r.Id,r.RelationshipEnd,r.MultiplicityLowerLimit,"
            + "r.MultiplicityUpperLimit,r.IsPolymorphic,r.RoleLabel,k.SchemaId,k.Name FROM ec_Class c"
            + " CROSS JOIN ec_RelationshipConstraint r ON r.RelationshipClassId=c.Id"
            + " LEFT JOIN ec_Class k ON k.Id=r.AbstractConstraintClassId WHERE c.SchemaId=? AND c.Type=1 ORDER BY r.Id";
    private static final String END_CLASSES = "SELECT r.Id,k.SchemaId,k.Name FROM ec_Class c"
            + " CROSS JOIN ec_RelationshipConstraint r ON r.RelationshipClassId=c.Id"
            + " CROSS JOIN ec_RelationshipConstraintClass e ON e.ConstraintId=r.Id"
            + " LEFT JOIN ec_Class k ON k.Id=e.ClassId WHERE c.SchemaId=? AND c.Type=1 ORDER BY r.Id,e.ClassId";

    private final StoredRows rows;
    private final StoredAttributes attributes;

    StoredClasses(StoredRows rows, StoredAttributes attributes) {
        this.rows = rows;
        this.attributes = attributes;
    }

    List<ClassDef> of(long schemaId) {
        Map<Long, List<ItemName>> bases = rows.grouped(BASES, schemaId, row -> rows.name(row, 1, "base class"));
        Map<Long, List<ItemName>> endClasses =
                rows.grouped(END_CLASSES, schemaId, row -> rows.name(row, 1, "constraint class"));
        Map<Long, List<End>> ends = rows.grouped(ENDS, schemaId, row -> end(row, endClasses));
        Map<Long, List<PropertyDef>> properties = new StoredProperties(rows, attributes).of(schemaId);
        return rows.list(CLASSES, schemaId, row -> {
            long id = row.columnLong(0);
            ECClass.Type type = Codes.of(ECClass.Type.values(), row.columnLong(2), ECClass.Type.ENTITY);
            return new ClassDef(
                    StoredRows.text(row, 1),
                    type,
                    Codes.of(ECClass.Modifier.values(), row.columnLong(3), ECClass.Modifier.NONE),
                    row.columnText(4),
                    row.columnText(5),
                    bases.getOrDefault(id, List.of()),
                    properties.getOrDefault(id, List.of()),
                    attributes.ofClass(id),
                    type == ECClass.Type.CUSTOM_ATTRIBUTE ? StoredRows.intOrNull(row, 6) : null,
                    type == ECClass.Type.RELATIONSHIP ? relationship(row, ends.getOrDefault(id, List.of())) : null);
        });
    }

    private static RelationshipDef relationship(SqliteStatement row, List<End> ends) {
        ConstraintDef none = new ConstraintDef(0, 1, true, null, List.of(), null, List.of());
        ConstraintDef source = none;
        ConstraintDef target = none;
        for (End end : ends) {
            if (end.source()) {
                source = end.constraint();
            } else {
                target = end.constraint();
            }
        }
        return new RelationshipDef(
                Codes.of(ECClass.Strength.values(), row.columnLong(7), ECClass.Strength.REFERENCING),
                row.columnLong(8) != 2,
                source,
                target);
    }

    private End end(SqliteStatement row, Map<Long, List<ItemName>> classes) {
        long id = row.columnLong(1);
        return new End(
                row.columnLong(2) == 0,
                new ConstraintDef(
                        (int) row.columnLong(3),
                        StoredRows.intOrNull(row, 4),
                        row.columnLong(5) != 0,
                        row.columnText(6),
                        classes.getOrDefault(id, List.of()),
                        rows.nameOrNull(row, 7),
                        attributes.ofEnd(id)));
    }

    private record End(boolean source, ConstraintDef constraint) {}
}
