package org.imodel4j.ec.schema;

import java.util.List;
import java.util.Map;
import org.imodel4j.ec.Codes;
import org.imodel4j.ec.ECProperty.Kind;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Reads the properties that the classes of one schema declare. */
final class StoredProperties {
    private static final String PROPERTIES = "SELECT p.ClassId,p.Id,p.Name,p.DisplayLabel,p.Description,p.IsReadonly,"
            + "p.Priority,p.Kind,p.PrimitiveType,p.PrimitiveTypeMinLength,p.PrimitiveTypeMaxLength,"
            + "p.PrimitiveTypeMinValue,p.PrimitiveTypeMaxValue,p.ExtendedTypeName,p.ArrayMinOccurs,p.ArrayMaxOccurs,"
            + "p.NavigationDirection,e.SchemaId,e.Name,s.SchemaId,s.Name,n.SchemaId,n.Name,q.SchemaId,q.Name,"
            + "g.SchemaId,g.Name,e.UnderlyingPrimitiveType FROM ec_Class c CROSS JOIN ec_Property p ON p.ClassId=c.Id"
            + " LEFT JOIN ec_Enumeration e ON e.Id=p.EnumerationId"
            + " LEFT JOIN ec_Class s ON s.Id=p.StructClassId"
            + " LEFT JOIN ec_Class n ON n.Id=p.NavigationRelationshipClassId"
            + " LEFT JOIN ec_KindOfQuantity q ON q.Id=p.KindOfQuantityId"
            + " LEFT JOIN ec_PropertyCategory g ON g.Id=p.CategoryId"
            + " WHERE c.SchemaId=? ORDER BY c.Id,p.Ordinal";
    private static final int ENUMERATION = 17;
    private static final int STRUCT = 19;
    private static final int RELATIONSHIP = 21;
    private static final int QUANTITY = 23;
    private static final int CATEGORY = 25;
    private static final int BACKING_TYPE = 27;

    private final StoredRows rows;
    private final StoredAttributes attributes;

    StoredProperties(StoredRows rows, StoredAttributes attributes) {
        this.rows = rows;
        this.attributes = attributes;
    }

    /** By the id of the class. */
    Map<Long, List<PropertyDef>> of(long schemaId) {
        return rows.grouped(PROPERTIES, schemaId, this::read);
    }

    private PropertyDef read(SqliteStatement row) {
        return new PropertyDef(
                StoredRows.text(row, 2),
                type(row),
                row.columnText(3),
                row.columnText(4),
                row.columnLong(5) != 0,
                StoredRows.intOrNull(row, 6),
                rows.nameOrNull(row, CATEGORY),
                rows.nameOrNull(row, QUANTITY),
                attributes.ofProperty(row.columnLong(1)));
    }

    private PropertyType type(SqliteStatement row) {
        return switch (Codes.of(Kind.values(), row.columnLong(7), Kind.PRIMITIVE)) {
            case PRIMITIVE -> primitive(row);
            case PRIMITIVE_ARRAY -> array(row, primitive(row));
            case STRUCT -> struct(row);
            case STRUCT_ARRAY -> array(row, struct(row));
            case NAVIGATION ->
                new PropertyType.Navigation(
                        rows.name(row, RELATIONSHIP, "relationship of a navigation property"), row.columnLong(16) != 2);
        };
    }

    private PropertyType.Item primitive(SqliteStatement row) {
        ItemName enumeration = rows.nameOrNull(row, ENUMERATION);
        String extendedType = row.columnText(13);
        if (enumeration != null) {
            PrimitiveType backing = PrimitiveType.ofCode((int) row.columnLong(BACKING_TYPE));
            return new PropertyType.Enumerated(enumeration, extendedType, limits(row, backing));
        }
        PrimitiveType type = PrimitiveType.ofCode((int) row.columnLong(8));
        return new PropertyType.Primitive(type, extendedType, limits(row, type));
    }

    private PropertyType.Struct struct(SqliteStatement row) {
        return new PropertyType.Struct(rows.name(row, STRUCT, "struct class"));
    }

    private static PropertyType array(SqliteStatement row, PropertyType.Item item) {
        return new PropertyType.Array(item, (int) row.columnLong(14), StoredRows.intOrNull(row, 15));
    }

    private static ValueLimits limits(SqliteStatement row, PrimitiveType type) {
        Integer minLength = StoredRows.intOrNull(row, 9);
        Integer maxLength = StoredRows.intOrNull(row, 10);
        Number minValue = number(row, 11, type);
        Number maxValue = number(row, 12, type);
        return minLength == null && maxLength == null && minValue == null && maxValue == null
                ? ValueLimits.NONE
                : new ValueLimits(minLength, maxLength, minValue, maxValue);
    }

    /** The column keeps a whole double as an integer: the type of the property decides. */
    private static @Nullable Number number(SqliteStatement row, int column, PrimitiveType type) {
        if (StoredRows.isNull(row, column)) {
            return null;
        }
        return type == PrimitiveType.DOUBLE ? (Number) row.columnDouble(column) : (Number) row.columnLong(column);
    }
}
