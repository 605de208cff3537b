package org.imodel4j.ec.units;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.FormatDef.Composite;
import org.imodel4j.ec.schema.FormatDef.CompositeUnit;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.NumericFormat;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/**
 * How a quantity of one unit is shown: a format with everything it names found. It formats and parses; see {@link #format} and
 * {@link #parse}. Safe for use by several threads.
 */
public final class QuantityFormat {
    private final NumericFormat numeric;
    private final List<Part> parts;
    private final String spacer;
    private final boolean composite;
    private final QuantityFormatter formatter;
    private final QuantityParser parser;

    /**
     * One unit that a value is shown in.
     *
     * @param label as it is shown
     * @param fromPersistence makes a value of the persistence unit one of this
     */
    record Part(ItemName unit, String label, UnitConversion fromPersistence) {}

    private QuantityFormat(
            Units units, ItemName persistenceUnit, NumericFormat numeric, @Nullable Composite composite) {
        this.numeric = numeric;
        this.composite = composite != null;
        String given = composite == null ? null : composite.spacer();
        this.spacer = given == null ? " " : given;
        List<CompositeUnit> shown = composite == null ? List.of() : composite.units();
        List<Part> found = new ArrayList<>();
        for (CompositeUnit unit : shown.isEmpty() ? List.of(new CompositeUnit(persistenceUnit, null)) : shown) {
            found.add(new Part(
                    unit.unit(),
                    label(units.unit(unit.unit()), unit.label()),
                    units.conversion(persistenceUnit, unit.unit())));
        }
        this.parts = List.copyOf(found);
        this.formatter = new QuantityFormatter(this);
        this.parser = new QuantityParser(this, units, persistenceUnit);
    }

    /**
     * A format for values of a unit. A format without units of its own shows that unit.
     *
     * @throws IModelException as {@link Units#conversion}
     */
    public static QuantityFormat of(Units units, ItemName persistenceUnit, FormatDef format) {
        return new QuantityFormat(units, persistenceUnit, format.numeric(), format.composite());
    }

    /**
     * All presentation formats of a kind of quantity, in their order; the first is the default one.
     *
     * @param schema the one that declares {@code quantity}
     * @throws IModelException BadSchema when one is no format string, NotFound when it names what does not exist
     */
    public static List<QuantityFormat> of(
            Units units, SchemaSet schemas, SchemaDef schema, KindOfQuantityDef quantity) {
        ItemName persistenceUnit = FormatOverride.resolve(quantity.persistenceUnit(), schema);
        List<QuantityFormat> formats = new ArrayList<>();
        for (String text : quantity.presentationFormats()) {
            FormatDef format = FormatOverride.parse(text, schema).applyTo(schemas);
            formats.add(of(units, persistenceUnit, format));
        }
        return List.copyOf(formats);
    }

    /** An empty label is as good as none. */
    private static String label(UnitDef unit, @Nullable String given) {
        if (given != null && !given.isEmpty()) {
            return given;
        }
        String own = unit.displayLabel();
        return own == null ? "" : own;
    }

    /** The text for a value of the persistence unit. */
    public String format(double value) {
        return formatter.format(value);
    }

    /**
     * The value of the persistence unit that a text tells. Numbers without a unit are of the units of the format in their order; labels
     * and names of other units that measure the same are understood too.
     *
     * @throws IModelException BadArg when the text is no quantity
     */
    public double parse(String text) {
        return parser.parse(text);
    }

    NumericFormat numeric() {
        return numeric;
    }

    List<Part> parts() {
        return parts;
    }

    String spacer() {
        return spacer;
    }

    /** Whether the format brings units of its own. */
    boolean isComposite() {
        return composite;
    }

    boolean has(NumericFormat.Trait trait) {
        return numeric.traits().contains(trait);
    }

    String uomSeparator() {
        String given = numeric.uomSeparator();
        return given == null ? " " : given;
    }

    char decimalSeparator() {
        return first(numeric.decimalSeparator(), '.');
    }

    char thousandSeparator() {
        return first(numeric.thousandSeparator(), ',');
    }

    char stationSeparator() {
        return first(numeric.stationSeparator(), '+');
    }

    private static char first(@Nullable String text, char otherwise) {
        return text == null || text.isEmpty() ? otherwise : text.charAt(0);
    }
}
