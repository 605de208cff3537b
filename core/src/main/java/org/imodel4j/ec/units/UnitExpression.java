package org.imodel4j.ec.units;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** A definition such as {@code [MILLI]*M(2)*u:S(-1)}: a product of units and constants with whole exponents. */
record UnitExpression(List<Symbol> symbols) {
    private static final int MOST_SYMBOLS = 64;
    private static final Pattern SYMBOL =
            Pattern.compile("(\\[?)((?:\\w+:)?\\w+)(\\]?)(?:\\(\\s*(-?\\d{1,4})\\s*\\))?");

    /** @param name with the alias of its schema where it has one */
    record Symbol(String name, int exponent) {}

    /**
     * Reads a definition.
     *
     * @throws IModelException BadSchema when it has another form
     */
    static UnitExpression parse(String definition) {
        List<Symbol> symbols = new ArrayList<>();
        for (String part : definition.split("\\*", MOST_SYMBOLS + 1)) {
            Matcher symbol = SYMBOL.matcher(part.trim());
            if (!symbol.matches()
                    || symbol.group(1).isEmpty() != symbol.group(3).isEmpty()
                    || symbols.size() == MOST_SYMBOLS) {
                throw new IModelException(Status.BAD_SCHEMA, "the definition of a unit is no product of units")
                        .with("definition", definition);
            }
            String exponent = symbol.group(4);
            symbols.add(new Symbol(symbol.group(2), exponent == null ? 1 : Integer.parseInt(exponent)));
        }
        return new UnitExpression(List.copyOf(symbols));
    }
}
