package org.imodel4j.ec;

import java.util.List;
import org.imodel4j.ec.ECProperty.Kind;
import org.imodel4j.ec.ECProperty.Navigation;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Reads the properties that a class declares itself. */
final class PropertyReader {
    private static final String DECLARED = "SELECT p.Id,p.Name,p.Kind,p.ClassId,p.PrimitiveType,p.EnumerationId,"
            + "p.StructClassId,p.ExtendedTypeName,p.NavigationRelationshipClassId,p.NavigationDirection,p.DisplayLabel,"
            + "p.IsReadonly,p.ArrayMinOccurs,p.ArrayMaxOccurs,p.KindOfQuantityId,p.CategoryId,"
            + "(SELECT e.UnderlyingPrimitiveType FROM ec_Enumeration e WHERE e.Id=p.EnumerationId),"
            + "CASE p.PrimitiveType WHEN 769 THEN (SELECT a.Instance FROM ec_CustomAttribute a WHERE a.ContainerId=p.Id"
            + " AND a.ContainerType=992 AND a.ClassId=(SELECT c.Id FROM ec_Class c JOIN ec_Schema s ON s.Id=c.SchemaId"
            + " WHERE c.Name='DateTimeInfo' AND s.Name='CoreCustomAttributes')) END,p.Description,p.Priority"
            + " FROM ec_Property p WHERE p.ClassId=? ORDER BY p.Ordinal";

    private final MetadataConnection connection;

    PropertyReader(MetadataConnection connection) {
        this.connection = connection;
    }

    /** In the order of their declaration. */
    List<ECProperty> declaredBy(long classId) {
        return connection.rows(DECLARED, PropertyReader::read, classId);
    }

    /** What an override does not say it takes from the property it overrides. */
    ECProperty inherit(ECProperty own, ECProperty base) {
        return new ECProperty(
                own.id(),
                own.name(),
                own.kind(),
                own.declaringClassId(),
                own.primitive(),
                own.enumerationId(),
                own.structClassId(),
                own.extendedType(),
                own.navigation(),
                own.dateTime() == DateTimeInfo.NONE ? base.dateTime() : own.dateTime(),
                own.displayLabel() == null ? base.displayLabel() : own.displayLabel(),
                own.description(),
                own.priority() == null ? base.priority() : own.priority(),
                own.readOnly(),
                own.minOccurs(),
                own.maxOccurs(),
                own.kindOfQuantityId() == null ? base.kindOfQuantityId() : own.kindOfQuantityId(),
                own.categoryId() == null ? base.categoryId() : own.categoryId());
    }

    private static ECProperty read(SqliteStatement row) {
        Kind kind = Codes.of(Kind.values(), row.columnLong(2), Kind.PRIMITIVE);
        PrimitiveType primitive = kind == Kind.PRIMITIVE || kind == Kind.PRIMITIVE_ARRAY
                ? PrimitiveType.ofCode((int) row.columnLong(MetadataConnection.isNull(row, 4) ? 16 : 4))
                : null;
        return new ECProperty(
                row.columnLong(0),
                MetadataConnection.text(row, 1),
                kind,
                row.columnLong(3),
                primitive,
                MetadataConnection.longOrNull(row, 5),
                MetadataConnection.longOrNull(row, 6),
                row.columnText(7),
                kind == Kind.NAVIGATION ? new Navigation(row.columnLong(8), row.columnLong(9) != 2) : null,
                primitive == PrimitiveType.DATE_TIME ? dateTimeInfo(row.columnText(17)) : null,
                row.columnText(10),
                row.columnText(18),
                MetadataConnection.intOrNull(row, 19),
                row.columnLong(11) != 0,
                (int) row.columnLong(12),
                MetadataConnection.intOrNull(row, 13),
                MetadataConnection.longOrNull(row, 14),
                MetadataConnection.longOrNull(row, 15));
    }

    private static DateTimeInfo dateTimeInfo(@Nullable String instance) {
        return instance == null ? DateTimeInfo.NONE : DateTimeInfo.of(CustomAttributeXml.parse(instance));
    }
}
