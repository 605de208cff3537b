package org.imodel4j.ec;

import java.util.List;
import org.imodel4j.ec.ECFormat.CompositeUnit;

/** How each kind of schema item is read from its table. */
final class ItemTables {
    private final MetadataConnection connection;
    private final SchemaReader schemas;

    ItemTables(MetadataConnection connection, SchemaReader schemas) {
        this.connection = connection;
        this.schemas = schemas;
    }

    SchemaItems<ECEnumeration> enumerations() {
        return items("ec_Enumeration", ",UnderlyingPrimitiveType,IsStrict,EnumValues", row -> {
            PrimitiveType type = PrimitiveType.ofCode((int) row.columnLong(5));
            boolean strict = row.columnLong(6) != 0;
            String values = MetadataConnection.text(row, 7);
            return item -> new ECEnumeration(item, type, strict, ECEnumeration.parse(values));
        });
    }

    SchemaItems<KindOfQuantity> kindsOfQuantity() {
        return items("ec_KindOfQuantity", ",PersistenceUnit,RelativeError,PresentationUnits", row -> {
            String unit = MetadataConnection.text(row, 5);
            double error = row.columnDouble(6);
            String formats = MetadataConnection.text(row, 7);
            return item -> new KindOfQuantity(item, unit, error, KindOfQuantity.parse(formats));
        });
    }

    SchemaItems<ECUnit> units() {
        String columns =
                ",PhenomenonId,UnitSystemId,Definition,Numerator,Denominator,Offset,IsConstant,InvertingUnitId";
        return items("ec_Unit", columns, row -> {
            long phenomenon = row.columnLong(5);
            Long system = MetadataConnection.longOrNull(row, 6);
            String definition = row.columnText(7);
            Double numerator = MetadataConnection.doubleOrNull(row, 8);
            Double denominator = MetadataConnection.doubleOrNull(row, 9);
            Double offset = MetadataConnection.doubleOrNull(row, 10);
            boolean constant = row.columnLong(11) != 0;
            Long inverting = MetadataConnection.longOrNull(row, 12);
            return item -> new ECUnit(
                    item, phenomenon, system, definition, numerator, denominator, offset, constant, inverting);
        });
    }

    SchemaItems<Phenomenon> phenomena() {
        return items("ec_Phenomenon", ",Definition", row -> {
            String definition = MetadataConnection.text(row, 5);
            return item -> new Phenomenon(item, definition);
        });
    }

    SchemaItems<UnitSystem> unitSystems() {
        return items("ec_UnitSystem", "", row -> UnitSystem::new);
    }

    SchemaItems<ECFormat> formats() {
        return items("ec_Format", ",NumericSpec,CompositeSpec", row -> {
            String numeric = row.columnText(5);
            String composite = row.columnText(6);
            return item -> new ECFormat(item, numeric, composite, compositeUnits(item.id()));
        });
    }

    private List<CompositeUnit> compositeUnits(long formatId) {
        return connection.rows(
                "SELECT Label,UnitId FROM ec_FormatCompositeUnit WHERE FormatId=? ORDER BY Ordinal",
                row -> new CompositeUnit(row.columnText(0), MetadataConnection.longOrNull(row, 1)),
                formatId);
    }

    SchemaItems<PropertyCategory> propertyCategories() {
        return items("ec_PropertyCategory", ",Priority", row -> {
            int priority = (int) row.columnLong(5);
            return item -> new PropertyCategory(item, priority);
        });
    }

    private <T> SchemaItems<T> items(String table, String columns, SchemaItems.Reader<T> reader) {
        return new SchemaItems<>(connection, schemas, table, columns, reader);
    }
}
