package org.imodel4j.ec.xml;

import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.PropertyType;
import org.jspecify.annotations.Nullable;

/** Which types a property and its override can have: an enumeration counts as the type of its values. */
final class PropertyTypes {
    private final Reading.Backing backing;

    PropertyTypes(Reading.Backing backing) {
        this.backing = backing;
    }

    boolean isSame(PropertyType base, PropertyType override) {
        if (base instanceof PropertyType.Array one && override instanceof PropertyType.Array other) {
            return isSame(one.item(), other.item());
        }
        if (base instanceof PropertyType.Struct || base instanceof PropertyType.Navigation) {
            return base.equals(override);
        }
        PrimitiveType type = primitive(base);
        return type != null && type == primitive(override);
    }

    private @Nullable PrimitiveType primitive(PropertyType type) {
        if (type instanceof PropertyType.Enumerated enumerated) {
            return backing.of(enumerated.enumeration());
        }
        return type instanceof PropertyType.Primitive primitive ? primitive.type() : null;
    }
}
