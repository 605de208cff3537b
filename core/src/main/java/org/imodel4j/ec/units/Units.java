package org.imodel4j.ec.units;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.units.UnitConversion.Inversion;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * The units of some schemas and how they convert into each other. A unit is its definition times a numerator, through a denominator,
 * after its offset was added in its own scale; a unit that is defined by itself is a base unit. Safe for use by several threads.
 */
public final class Units {
    private static final int DEEPEST = 64;

    /** The phenomenon of the standard schema whose base unit is a pure number. */
    private static final String NUMBER = "NUMBER";

    private final SchemaSet schemas;
    private final Map<ItemName, BaseForm> forms = new ConcurrentHashMap<>();

    public Units(SchemaSet schemas) {
        this.schemas = schemas;
    }

    /**
     * The unit of a name.
     *
     * @throws IModelException NotFound when there is none
     */
    public UnitDef unit(ItemName name) {
        return schemas.item(name, UnitDef.class);
    }

    /**
     * What makes a value of one unit a value of another.
     *
     * @throws IModelException NotFound when a unit is unknown, BadArg when they measure different things, BadSchema when a definition is
     *     no product of known units or leads back to itself
     */
    public UnitConversion conversion(ItemName from, ItemName to) {
        if (from.equals(to)) {
            unit(from);
            return UnitConversion.IDENTITY;
        }
        ItemName source = uninverted(from);
        ItemName target = uninverted(to);
        BaseForm sourceForm = form(source, new HashSet<>());
        BaseForm targetForm = form(target, new HashSet<>());
        if (!sourceForm.dimensions().equals(targetForm.dimensions())) {
            throw new IModelException(Status.BAD_ARG, "the units measure different things")
                    .with("from", from)
                    .with("to", to);
        }
        double factor = sourceForm.factor() / targetForm.factor();
        double offset = (sourceForm.offset() - targetForm.offset()) / targetForm.factor();
        if (factor == 0 || Double.isNaN(factor) || Double.isInfinite(factor) || Double.isNaN(offset)) {
            throw new IModelException(Status.BAD_SCHEMA, "the factor between two units is no number to count with")
                    .with("from", from)
                    .with("to", to);
        }
        return new UnitConversion(factor, offset, inversion(!source.equals(from), !target.equals(to)));
    }

    /** A value of one unit as a value of another; see {@link #conversion}. */
    public double convert(double value, ItemName from, ItemName to) {
        return conversion(from, to).apply(value);
    }

    /** Whether two units measure the same, so that there is a {@link #conversion} between them. */
    public boolean areCompatible(ItemName one, ItemName other) {
        return form(uninverted(one), new HashSet<>())
                .dimensions()
                .equals(form(uninverted(other), new HashSet<>()).dimensions());
    }

    /** Units with that label, or with that name without regard to case. */
    List<ItemName> byLabelOrName(String text) {
        List<ItemName> found = new ArrayList<>();
        for (SchemaDef schema : schemas.schemas()) {
            for (UnitDef unit : schema.items(UnitDef.class)) {
                if (text.equals(unit.displayLabel()) || text.equalsIgnoreCase(unit.name())) {
                    found.add(schema.nameOf(unit));
                }
            }
        }
        return found;
    }

    private static Inversion inversion(boolean source, boolean target) {
        return source == target ? Inversion.NONE : source ? Inversion.SOURCE : Inversion.TARGET;
    }

    private ItemName uninverted(ItemName name) {
        ItemName inverts = unit(name).inverts();
        return inverts == null ? name : inverts;
    }

    private BaseForm form(ItemName name, Set<ItemName> path) {
        BaseForm known = forms.get(name);
        if (known == null) {
            if (!path.add(name) || path.size() > DEEPEST) {
                throw new IModelException(Status.BAD_SCHEMA, "the definition of a unit leads back to itself")
                        .with("unit", name);
            }
            known = compute(name, path);
            path.remove(name);
            forms.put(name, known);
        }
        return known;
    }

    private BaseForm compute(ItemName name, Set<ItemName> path) {
        UnitDef unit = unit(name);
        String definition = unit.definition();
        UnitExpression expression = UnitExpression.parse(definition == null ? "" : definition);
        BaseForm.Product product = new BaseForm.Product();
        for (UnitExpression.Symbol symbol : expression.symbols()) {
            ItemName of = resolve(symbol.name(), name);
            if (of.equals(name)) {
                if (expression.symbols().size() > 1 || symbol.exponent() != 1) {
                    throw new IModelException(Status.BAD_SCHEMA, "the definition of a unit leads back to itself")
                            .with("unit", name);
                }
                return unit.phenomenon().name().equals(NUMBER) ? BaseForm.NUMBER : BaseForm.base(name);
            }
            product.multiply(form(of, path), symbol.exponent());
        }
        return product.scaled(orOne(unit.numerator()) / orOne(unit.denominator()), orZero(unit.offset()));
    }

    /** A name without alias is one of the unit's own schema. */
    private ItemName resolve(String symbol, ItemName user) {
        int colon = symbol.indexOf(':');
        String schemaName = colon < 0 ? user.schema() : schemaOf(symbol.substring(0, colon), user);
        SchemaDef schema = schemas.trySchema(schemaName);
        UnitDef found = schema == null ? null : schema.tryItem(symbol.substring(colon + 1), UnitDef.class);
        if (schema == null || found == null) {
            throw new IModelException(Status.BAD_SCHEMA, "the definition of a unit names one that does not exist")
                    .with("unit", user)
                    .with("definition", symbol);
        }
        return schema.nameOf(found);
    }

    private String schemaOf(String alias, ItemName user) {
        SchemaDef schema = schemas.trySchema(user.schema());
        if (schema != null) {
            for (SchemaReference reference : schema.references()) {
                if (reference.alias().equalsIgnoreCase(alias)) {
                    return reference.name();
                }
            }
        }
        return alias;
    }

    private static double orOne(@Nullable Double value) {
        return value == null ? 1 : value;
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
