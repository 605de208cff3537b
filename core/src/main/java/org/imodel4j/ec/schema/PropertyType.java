package org.imodel4j.ec.schema;

import org.imodel4j.ec.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** What values a property has. */
public sealed interface PropertyType {
    /** What an array can hold. */
    sealed interface Item extends PropertyType {}

    /** @param extendedType such as {@code BeGuid} or {@code Json} */
    record Primitive(PrimitiveType type, @Nullable String extendedType, ValueLimits limits) implements Item {}

    /** A value of an enumeration, of its backing type. */
    record Enumerated(ItemName enumeration, @Nullable String extendedType, ValueLimits limits) implements Item {}

    record Struct(ItemName structClass) implements Item {}

    /** @param maxOccurs null for unbounded */
    record Array(Item item, int minOccurs, @Nullable Integer maxOccurs) implements PropertyType {}

    record Navigation(ItemName relationship, boolean forward) implements PropertyType {}
}
