package org.imodel4j.ec.xml;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;

/** How large units of one phenomenon are, as far as their order in a format asks for it. Each unit is computed once. */
final class UnitFactors {
    private static final Pattern PART = Pattern.compile("\\[?([A-Za-z0-9_:]+)\\]?(?:\\((-?[0-9]{1,3})\\))?");
    private static final int DEEPEST = 100;

    private final SchemaSet schemas;
    private final Map<ItemName, Double> factors = new HashMap<>();

    UnitFactors(SchemaSet schemas) {
        this.schemas = schemas;
    }

    /** False also when the definition of one can not be resolved. */
    boolean isLarger(ItemName one, ItemName other) {
        return factor(one, 0) > factor(other, 0);
    }

    /** NaN for what can not be resolved or is defined by itself in a circle. */
    private double factor(ItemName name, int depth) {
        Double known = factors.get(name);
        if (known != null) {
            return known;
        }
        factors.put(name, Double.NaN);
        UnitDef unit = schemas.tryItem(name, UnitDef.class);
        double factor = unit == null || depth > DEEPEST ? Double.NaN : factor(name, unit, depth);
        factors.put(name, factor);
        return factor;
    }

    private double factor(ItemName name, UnitDef unit, int depth) {
        String definition = unit.definition();
        if (definition == null) {
            return Double.NaN;
        }
        double own = (unit.numerator() == null ? 1 : unit.numerator())
                / (unit.denominator() == null ? 1 : unit.denominator());
        if (definition.equalsIgnoreCase(name.name())) {
            return own;
        }
        double factor = own;
        for (String text : definition.split("\\*", -1)) {
            Matcher part = PART.matcher(text.trim());
            ItemName symbol = part.matches()
                    ? AliasedNames.find(schemas, name.schema(), String.valueOf(part.group(1)), UnitDef.class)
                    : null;
            if (symbol == null) {
                return Double.NaN;
            }
            double exponent = part.group(2) == null ? 1 : Integer.parseInt(part.group(2));
            factor *= Math.pow(factor(symbol, depth + 1), exponent);
        }
        return factor;
    }
}
