package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.jspecify.annotations.Nullable;

/** Changes the items of a schema that are no classes. */
final class ItemUpdate {
    private static final Function<Object, Object[]> NOTHING = item -> new Object[0];

    private final MapConnection connection;
    private final SchemaIds ids;
    private final ItemRows rows;

    ItemUpdate(MapConnection connection, SchemaIds ids, ItemRows rows) {
        this.connection = connection;
        this.ids = ids;
        this.rows = rows;
    }

    void update(SchemaDef before, SchemaDef after) {
        apply(
                before,
                after,
                new Kind<>(EnumerationDef.class, "ec_Enumeration", "EnumerationId", rows::insert),
                ",IsStrict=?,EnumValues=?",
                item -> new Object[] {item.strict(), StoredJson.enumerators(item)});
        apply(before, after, new Kind<>(PhenomenonDef.class, "ec_Phenomenon", null, rows::insert), "", NOTHING);
        apply(before, after, new Kind<>(UnitSystemDef.class, "ec_UnitSystem", null, rows::insert), "", NOTHING);
        apply(
                before,
                after,
                new Kind<>(UnitDef.class, "ec_Unit", null, rows::insert),
                ",Numerator=?,Denominator=?,Offset=?",
                item -> new @Nullable Object[] {item.numerator(), item.denominator(), item.offset()});
        apply(
                before,
                after,
                new Kind<>(FormatDef.class, "ec_Format", null, rows::insert),
                ",NumericSpec=?,CompositeSpec=?",
                item -> {
                    relabel(before, item);
                    return new @Nullable Object[] {
                        StoredJson.numericFormat(item.numeric()), StoredJson.compositeFormat(item.composite())
                    };
                });
        apply(
                before,
                after,
                new Kind<>(KindOfQuantityDef.class, "ec_KindOfQuantity", "KindOfQuantityId", rows::insert),
                ",RelativeError=?,PresentationUnits=?",
                item -> new @Nullable Object[] {
                    item.relativeError(), StoredJson.presentationFormats(item.presentationFormats())
                });
        apply(
                before,
                after,
                new Kind<>(PropertyCategoryDef.class, "ec_PropertyCategory", "CategoryId", rows::insert),
                ",Priority=?",
                item -> new @Nullable Object[] {item.priority()});
    }

    /** @param user the column of {@code ec_Property} that refers to such items; without one they are never deleted */
    private record Kind<T extends ItemDef>(
            Class<T> type, String table, @Nullable String user, BiConsumer<SchemaDef, T> insert) {}

    private <T extends ItemDef> void apply(
            SchemaDef before, SchemaDef after, Kind<T> kind, String assignments, Function<? super T, Object[]> values) {
        NamedChanges.<T>each(before.items(kind.type), after.items(kind.type), ItemDef::name, (from, to) -> {
            if (from == null) {
                kind.insert.accept(after, Objects.requireNonNull(to));
            } else if (to != null) {
                change(ids.item(kind.table, before.nameOf(from)), to, kind.table, assignments, values.apply(to));
            } else if (kind.user != null) {
                delete(before.nameOf(from), kind.table, kind.user);
            }
        });
    }

    private void change(long id, ItemDef item, String table, String assignments, @Nullable Object[] values) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(item.displayLabel());
        arguments.add(item.description());
        arguments.addAll(Arrays.asList(values));
        arguments.add(id);
        connection.run(
                "UPDATE " + table + " SET DisplayLabel=?,Description=?" + assignments + " WHERE Id=?",
                arguments.toArray());
    }

    /** The units of a composite format stay; their labels may change. */
    private void relabel(SchemaDef before, FormatDef format) {
        if (format.composite() == null) {
            return;
        }
        long id = ids.item("ec_Format", before.nameOf(format));
        int ordinal = 0;
        for (FormatDef.CompositeUnit unit : format.composite().units()) {
            connection.run(
                    "UPDATE ec_FormatCompositeUnit SET Label=? WHERE FormatId=? AND Ordinal=?",
                    unit.label(),
                    id,
                    ordinal++);
        }
    }

    /** Properties that use the item stay and use none. */
    private void delete(ItemName name, String table, String user) {
        long id = ids.item(table, name);
        connection.run("UPDATE ec_Property SET " + user + "=NULL WHERE " + user + "=?", id);
        connection.run("DELETE FROM " + table + " WHERE Id=?", id);
        ids.forget(table, name);
    }
}
