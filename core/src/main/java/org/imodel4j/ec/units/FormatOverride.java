package org.imodel4j.ec.units;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.FormatDef.Composite;
import org.imodel4j.ec.schema.FormatDef.CompositeUnit;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.NumericFormat;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/** A format string of a kind of quantity: {@code f:DefaultRealU(4)[u:FT|feet]}. */
record FormatOverride(ItemName format, @Nullable Integer precision, List<CompositeUnit> units) {
    private static final Pattern FORM =
            Pattern.compile("((?:\\w+:)?\\w+)(?:\\(\\s*(\\d{1,3})\\s*,?\\s*\\))?((?:\\[[^\\]]*\\])*)");
    private static final Pattern UNIT = Pattern.compile("\\[((?:\\w+:)?\\w+)(?:\\|([^\\]]*))?\\]");
    private static final int MOST_UNITS = 4;

    static FormatOverride parse(String text, SchemaDef schema) {
        Matcher parts = FORM.matcher(text.trim());
        if (!parts.matches()) {
            throw malformed(text);
        }
        List<CompositeUnit> units = new ArrayList<>();
        Matcher unit = UNIT.matcher(parts.group(3));
        int end = 0;
        while (unit.find() && unit.start() == end) {
            end = unit.end();
            units.add(new CompositeUnit(resolve(unit.group(1), schema), unit.group(2)));
        }
        if (end != parts.group(3).length() || units.size() > MOST_UNITS) {
            throw malformed(text);
        }
        String precision = parts.group(2);
        return new FormatOverride(
                resolve(parts.group(1), schema), precision == null ? null : Integer.valueOf(precision), units);
    }

    private static IModelException malformed(String text) {
        return new IModelException(Status.BAD_SCHEMA, "a format of a kind of quantity is malformed")
                .with("format", text);
    }

    /** {@code alias:Name}, or the bare name of an item of the schema itself. */
    static ItemName resolve(String name, SchemaDef schema) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return new ItemName(schema.name(), name);
        }
        String alias = name.substring(0, colon);
        for (SchemaReference reference : schema.references()) {
            if (reference.alias().equalsIgnoreCase(alias)) {
                return new ItemName(reference.name(), name.substring(colon + 1));
            }
        }
        throw new IModelException(Status.BAD_SCHEMA, "an alias is not one of a schema that is referred to")
                .with("schema", schema.name())
                .with("name", name);
    }

    /** The named format with what this changes. Units that are given take the separator of the format as their spacer. */
    FormatDef applyTo(SchemaSet schemas) {
        FormatDef parent = schemas.item(format, FormatDef.class);
        NumericFormat numeric = parent.numeric();
        Composite composite = parent.composite();
        if (!units.isEmpty()) {
            String spacer = composite == null ? numeric.uomSeparator() : composite.spacer();
            composite = new Composite(spacer, composite == null || composite.includeZero(), units);
        }
        Integer changed = precision;
        return new FormatDef(
                parent.name(),
                parent.displayLabel(),
                parent.description(),
                changed == null ? numeric : withPrecision(numeric, changed),
                composite);
    }

    private static NumericFormat withPrecision(NumericFormat of, int precision) {
        return new NumericFormat(
                of.type(),
                precision,
                of.roundFactor(),
                of.minWidth(),
                of.scientificType(),
                of.showSignOption(),
                of.traits(),
                of.decimalSeparator(),
                of.thousandSeparator(),
                of.uomSeparator(),
                of.stationSeparator(),
                of.stationOffsetSize());
    }
}
