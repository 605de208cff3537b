package org.imodel4j.ec.schema;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imodel4j.ec.ECEnumeration;
import org.imodel4j.ec.KindOfQuantity;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.EnumerationDef.EnumeratorDef;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Reads what a schema holds beside classes. */
final class StoredItems {
    private static final String UNITS =
            "SELECT u.Name,u.DisplayLabel,u.Description,p.SchemaId,p.Name,s.SchemaId,s.Name,"
                    + "u.Definition,u.Numerator,u.Denominator,u.Offset,u.IsConstant,u.InvertingUnitId,i.SchemaId,i.Name"
                    + " FROM ec_Unit u LEFT JOIN ec_Phenomenon p ON p.Id=u.PhenomenonId"
                    + " LEFT JOIN ec_UnitSystem s ON s.Id=u.UnitSystemId LEFT JOIN ec_Unit i ON i.Id=u.InvertingUnitId"
                    + " WHERE u.SchemaId=? ORDER BY u.Id";

    private final StoredRows rows;
    private final boolean hasUnits;

    /** @param hasUnits false for files of profiles before 4.0.0.2, which have no tables for units and formats */
    StoredItems(StoredRows rows, boolean hasUnits) {
        this.rows = rows;
        this.hasUnits = hasUnits;
    }

    void addTo(List<ItemDef> items, long schemaId) {
        items.addAll(
                list("ec_Enumeration", ",UnderlyingPrimitiveType,IsStrict,EnumValues", schemaId, this::enumeration));
        items.addAll(list(
                "ec_KindOfQuantity",
                ",PersistenceUnit,RelativeError,PresentationUnits",
                schemaId,
                row -> new KindOfQuantityDef(
                        StoredRows.text(row, 0),
                        row.columnText(1),
                        row.columnText(2),
                        StoredRows.text(row, 3),
                        row.columnDouble(4),
                        KindOfQuantity.parse(StoredRows.text(row, 5)))));
        items.addAll(list(
                "ec_PropertyCategory",
                ",Priority",
                schemaId,
                row -> new PropertyCategoryDef(
                        StoredRows.text(row, 0), row.columnText(1), row.columnText(2), row.columnLong(3))));
        if (hasUnits) {
            items.addAll(list(
                    "ec_UnitSystem",
                    "",
                    schemaId,
                    row -> new UnitSystemDef(StoredRows.text(row, 0), row.columnText(1), row.columnText(2))));
            items.addAll(list(
                    "ec_Phenomenon",
                    ",Definition",
                    schemaId,
                    row -> new PhenomenonDef(
                            StoredRows.text(row, 0), row.columnText(1), row.columnText(2), StoredRows.text(row, 3))));
            items.addAll(rows.list(UNITS, schemaId, this::unit));
            items.addAll(new StoredFormats(rows).of(schemaId));
        }
    }

    private <T> List<T> list(String table, String columns, long schemaId, Function<SqliteStatement, T> reader) {
        return rows.list(
                "SELECT Name,DisplayLabel,Description" + columns + " FROM " + table + " WHERE SchemaId=? ORDER BY Id",
                schemaId,
                reader);
    }

    private EnumerationDef enumeration(SqliteStatement row) {
        PrimitiveType backing = PrimitiveType.ofCode((int) row.columnLong(3));
        List<EnumeratorDef> enumerators = ECEnumeration.parse(StoredRows.text(row, 5)).stream()
                .map(stored -> enumerator(stored, backing))
                .collect(Collectors.toUnmodifiableList());
        return new EnumerationDef(
                StoredRows.text(row, 0),
                row.columnText(1),
                row.columnText(2),
                backing,
                row.columnLong(4) != 0,
                enumerators);
    }

    private static EnumeratorDef enumerator(ECEnumeration.Enumerator stored, PrimitiveType backing) {
        Long number = stored.number();
        String text = stored.text();
        return backing == PrimitiveType.STRING
                ? new EnumeratorDef(
                        stored.name(), null, text == null ? "" : text, stored.displayLabel(), stored.description())
                : new EnumeratorDef(
                        stored.name(),
                        number == null ? 0 : number.intValue(),
                        null,
                        stored.displayLabel(),
                        stored.description());
    }

    private UnitDef unit(SqliteStatement row) {
        ItemName inverts = rows.nameOrNull(row, 13);
        if (inverts == null && !StoredRows.isNull(row, 12)) {
            throw StoredRows.damaged("the row of an inverted unit is missing");
        }
        return new UnitDef(
                StoredRows.text(row, 0),
                kind(row, inverts),
                row.columnText(1),
                row.columnText(2),
                rows.name(row, 3, "phenomenon"),
                rows.nameOrNull(row, 5),
                row.columnText(7),
                StoredRows.doubleOrNull(row, 8),
                StoredRows.doubleOrNull(row, 9),
                StoredRows.doubleOrNull(row, 10),
                inverts);
    }

    private static UnitDef.Kind kind(SqliteStatement row, @Nullable ItemName inverts) {
        if (inverts != null) {
            return UnitDef.Kind.INVERTED;
        }
        return row.columnLong(11) != 0 ? UnitDef.Kind.CONSTANT : UnitDef.Kind.UNIT;
    }
}
