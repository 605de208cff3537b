package org.imodel4j.ec.map;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.jspecify.annotations.Nullable;

/** Writes the items of a schema that are no classes, each kind by name. */
final class ItemRows {
    private final MapConnection connection;
    private final SchemaIds ids;
    private final SchemaSet set;

    ItemRows(MapConnection connection, SchemaIds ids, SchemaSet set) {
        this.connection = connection;
        this.ids = ids;
        this.set = set;
    }

    void insert(SchemaDef schema) {
        sorted(schema, EnumerationDef.class).forEach(item -> insert(schema, item));
        sorted(schema, UnitSystemDef.class).forEach(item -> insert(schema, item));
        sorted(schema, PhenomenonDef.class).forEach(item -> insert(schema, item));
        sorted(schema, UnitDef.class).forEach(item -> insert(schema, item));
        sorted(schema, FormatDef.class).forEach(item -> insert(schema, item));
        sorted(schema, KindOfQuantityDef.class).forEach(item -> insert(schema, item));
        sorted(schema, PropertyCategoryDef.class).forEach(item -> insert(schema, item));
    }

    static <T extends ItemDef> List<T> sorted(SchemaDef schema, Class<T> kind) {
        return schema.items(kind).stream()
                .sorted(Comparator.comparing(ItemDef::name, String.CASE_INSENSITIVE_ORDER))
                .collect(Collectors.toList());
    }

    void insert(SchemaDef schema, EnumerationDef item) {
        insert(
                schema,
                item,
                "ec_Enumeration",
                ",UnderlyingPrimitiveType,IsStrict,EnumValues",
                item.backing().code(),
                item.strict(),
                StoredJson.enumerators(item));
    }

    void insert(SchemaDef schema, UnitSystemDef item) {
        insert(schema, item, "ec_UnitSystem", "");
    }

    void insert(SchemaDef schema, PhenomenonDef item) {
        insert(schema, item, "ec_Phenomenon", ",Definition", item.definition());
    }

    /** An inverted unit comes behind the one that it inverts. */
    void insert(SchemaDef schema, UnitDef item) {
        if (ids.tryItem("ec_Unit", schema.nameOf(item)) != null) {
            return;
        }
        ItemName inverts = item.inverts();
        if (inverts != null) {
            SchemaDef other = set.trySchema(inverts.schema());
            UnitDef inverted = set.item(inverts, UnitDef.class);
            insert(other == null ? schema : other, inverted);
        }
        ItemName system = item.unitSystem();
        insert(
                schema,
                item,
                "ec_Unit",
                ",PhenomenonId,UnitSystemId,Definition,Numerator,Denominator,Offset,IsConstant,InvertingUnitId",
                ids.item("ec_Phenomenon", item.phenomenon()),
                system == null ? null : (Long) ids.item("ec_UnitSystem", system),
                item.definition(),
                item.numerator(),
                item.denominator(),
                item.offset(),
                item.kind() == UnitDef.Kind.CONSTANT,
                inverts == null ? null : (Long) ids.item("ec_Unit", inverts));
    }

    void insert(SchemaDef schema, FormatDef item) {
        long id = insert(
                schema,
                item,
                "ec_Format",
                ",NumericSpec,CompositeSpec",
                StoredJson.numericFormat(item.numeric()),
                StoredJson.compositeFormat(item.composite()));
        if (item.composite() != null) {
            int ordinal = 0;
            for (FormatDef.CompositeUnit unit : item.composite().units()) {
                connection.run(
                        "INSERT INTO ec_FormatCompositeUnit(Id,FormatId,Label,UnitId,Ordinal) VALUES(?,?,?,?,?)",
                        connection.nextId("ec_FormatCompositeUnit"),
                        id,
                        unit.label(),
                        ids.item("ec_Unit", unit.unit()),
                        ordinal++);
            }
        }
    }

    void insert(SchemaDef schema, KindOfQuantityDef item) {
        insert(
                schema,
                item,
                "ec_KindOfQuantity",
                ",PersistenceUnit,RelativeError,PresentationUnits",
                item.persistenceUnit(),
                item.relativeError(),
                StoredJson.presentationFormats(item.presentationFormats()));
    }

    void insert(SchemaDef schema, PropertyCategoryDef item) {
        insert(schema, item, "ec_PropertyCategory", ",Priority", item.priority());
    }

    private long insert(SchemaDef schema, ItemDef item, String table, String columns, @Nullable Object... values) {
        long id = connection.nextId(table);
        @Nullable Object[] arguments = new Object[values.length + 5];
        arguments[0] = id;
        arguments[1] = ids.schema(schema.name());
        arguments[2] = item.name();
        arguments[3] = item.displayLabel();
        arguments[4] = item.description();
        System.arraycopy(values, 0, arguments, 5, values.length);
        connection.run(
                "INSERT INTO " + table + "(Id,SchemaId,Name,DisplayLabel,Description" + columns + ") VALUES(?"
                        + ",?".repeat(arguments.length - 1) + ")",
                arguments);
        ids.put(table, schema.nameOf(item), id);
        return id;
    }
}
