package org.imodel4j.ec.xml;

import java.util.List;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.UnitDef;
import org.jspecify.annotations.Nullable;

/** Which units may stand together in a format: one to four of one phenomenon. {@link FormatRules} looks at their order. */
final class CompositeRules {
    private static final int MOST_UNITS = 4;

    private final UnitElements units;

    CompositeRules(UnitElements units) {
        this.units = units;
    }

    /** What is wrong with them, null when nothing is. */
    @Nullable
    String breach(List<ItemName> names) {
        if (names.isEmpty() || names.size() > MOST_UNITS) {
            return "a format has one to four units";
        }
        UnitDef first = null;
        for (ItemName name : names) {
            UnitDef unit = units.find(name);
            if (unit == null || unit.kind() == UnitDef.Kind.CONSTANT) {
                return "a constant is no unit of a format";
            }
            if (first != null && !first.phenomenon().equals(unit.phenomenon())) {
                return "the units of a format are of one phenomenon";
            }
            first = unit;
        }
        return null;
    }

    /** Whether values can be converted between them. */
    boolean isCompatible(ItemName one, ItemName other) {
        UnitDef first = units.find(one);
        UnitDef second = units.find(other);
        return first != null && second != null && first.phenomenon().equals(second.phenomenon());
    }

    boolean isConstant(ItemName name) {
        UnitDef unit = units.find(name);
        return unit != null && unit.kind() == UnitDef.Kind.CONSTANT;
    }
}
