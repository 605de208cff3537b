package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.schema.FormatDef.Composite;
import org.imodel4j.ec.schema.FormatDef.CompositeUnit;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Reads the formats of one schema, whose numeric and composite parts are stored as JSON. Unknown keys and words are left out. */
final class StoredFormats {
    private static final String FORMATS = "SELECT Id,Name,DisplayLabel,Description,NumericSpec,CompositeSpec"
            + " FROM ec_Format WHERE SchemaId=? ORDER BY Id";
    private static final String UNITS = "SELECT c.FormatId,u.SchemaId,u.Name,c.Label FROM ec_Format f"
            + " CROSS JOIN ec_FormatCompositeUnit c ON c.FormatId=f.Id LEFT JOIN ec_Unit u ON u.Id=c.UnitId"
            + " WHERE f.SchemaId=? ORDER BY f.Id,c.Ordinal";

    private final StoredRows rows;

    StoredFormats(StoredRows rows) {
        this.rows = rows;
    }

    List<FormatDef> of(long schemaId) {
        Map<Long, List<CompositeUnit>> units = rows.grouped(
                UNITS, schemaId, row -> new CompositeUnit(rows.name(row, 1, "unit of a format"), row.columnText(3)));
        return rows.list(FORMATS, schemaId, row -> read(row, units));
    }

    private static FormatDef read(SqliteStatement row, Map<Long, List<CompositeUnit>> units) {
        List<CompositeUnit> own = units.getOrDefault(row.columnLong(0), List.of());
        JsonObject composite = own.isEmpty() ? JsonObject.EMPTY : json(row.columnText(5));
        return new FormatDef(
                StoredRows.text(row, 1),
                row.columnText(2),
                row.columnText(3),
                numeric(json(row.columnText(4))),
                own.isEmpty()
                        ? null
                        : new Composite(
                                composite.text("spacer"), !Boolean.FALSE.equals(composite.bool("includeZero")), own));
    }

    private static JsonObject json(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return JsonObject.EMPTY;
        }
        try {
            return Json.parse(text) instanceof JsonObject object ? object : JsonObject.EMPTY;
        } catch (IModelException notJson) {
            throw StoredRows.damaged("the specification of a format is no JSON");
        }
    }

    private static NumericFormat numeric(JsonObject spec) {
        NumericFormat.Type type = word(NumericFormat.Type.values(), spec.text("type"));
        Integer precision = whole(spec, "precision");
        JsonValue.Number roundFactor = spec.number("roundFactor");
        return new NumericFormat(
                type == null ? NumericFormat.Type.DECIMAL : type,
                precision == null ? 0 : precision,
                roundFactor == null ? null : (Double) roundFactor.value(),
                whole(spec, "minWidth"),
                word(NumericFormat.ScientificType.values(), spec.text("scientificType")),
                word(NumericFormat.SignOption.values(), spec.text("showSignOption")),
                traits(spec),
                spec.text("decimalSeparator"),
                spec.text("thousandSeparator"),
                spec.text("uomSeparator"),
                spec.text("stationSeparator"),
                whole(spec, "stationOffsetSize"));
    }

    private static @Nullable Integer whole(JsonObject spec, String name) {
        JsonValue.Number number = spec.number(name);
        return number == null ? null : (Integer) (int) number.value();
    }

    private static List<NumericFormat.Trait> traits(JsonObject spec) {
        Set<NumericFormat.Trait> traits = EnumSet.noneOf(NumericFormat.Trait.class);
        JsonArray words = spec.array("formatTraits");
        for (JsonValue word : words == null ? List.<JsonValue>of() : words.items()) {
            NumericFormat.Trait trait =
                    word instanceof JsonValue.Text text ? word(NumericFormat.Trait.values(), text.value()) : null;
            if (trait != null) {
                traits.add(trait);
            }
        }
        return new ArrayList<>(traits);
    }

    /** A word such as {@code keepSingleZero} or {@code KeepSingleZero}, which is the constant without its underscores. */
    private static <E extends Enum<E>> @Nullable E word(E[] values, @Nullable String word) {
        String wanted = word == null ? "" : word.toUpperCase(Locale.ROOT);
        for (E value : values) {
            if (value.name().replace("_", "").equals(wanted)) {
                return value;
            }
        }
        return null;
    }
}
