package org.imodel4j.ec.units;

import java.util.Map;
import java.util.TreeMap;
import org.imodel4j.ec.schema.ItemName;

/**
 * A unit in terms of base units: a value of it times {@code factor} plus {@code offset} is a value of the product of the base units
 * with their exponents.
 *
 * @param dimensions without exponents of zero
 */
record BaseForm(double factor, double offset, Map<String, Integer> dimensions) {
    /** One, without any dimension. */
    static final BaseForm NUMBER = new BaseForm(1, 0, Map.of());

    static BaseForm base(ItemName unit) {
        return new BaseForm(1, 0, Map.of(unit.toString(), 1));
    }

    /** A product that is being made of its factors. */
    static final class Product {
        private final Map<String, Integer> dimensions = new TreeMap<>();
        private double factor = 1;
        private double offset;
        private int measures;

        /** The offset counts for a product of one unit alone: of others only differences can be multiplied. */
        void multiply(BaseForm form, int exponent) {
            factor *= Math.pow(form.factor, exponent);
            form.dimensions.forEach((unit, of) -> dimensions.merge(unit, of * exponent, Integer::sum));
            if (!form.dimensions.isEmpty()) {
                measures += Math.abs(exponent);
                offset = measures == 1 && exponent == 1 ? form.offset : 0;
            }
        }

        /** A unit that is {@code (value + offset) × scale} of this product. */
        BaseForm scaled(double scale, double ownOffset) {
            dimensions.values().removeIf(exponent -> exponent == 0);
            return new BaseForm(scale * factor, ownOffset * scale * factor + offset, Map.copyOf(dimensions));
        }
    }
}
