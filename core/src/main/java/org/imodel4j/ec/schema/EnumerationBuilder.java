package org.imodel4j.ec.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.EnumerationDef.EnumeratorDef;

/** The values of an enumeration; see {@link SchemaBuilder}. */
public final class EnumerationBuilder {
    private final List<EnumeratorDef> enumerators = new ArrayList<>();
    private boolean strict = true;

    EnumerationBuilder() {}

    public EnumerationBuilder value(String name, int number, String label) {
        enumerators.add(new EnumeratorDef(SchemaCheck.name(name), number, null, label, null));
        return this;
    }

    public EnumerationBuilder value(String name, String text, String label) {
        enumerators.add(new EnumeratorDef(SchemaCheck.name(name), null, text, label, null));
        return this;
    }

    /** Other values may be used too. */
    public EnumerationBuilder open() {
        strict = false;
        return this;
    }

    boolean isStrict() {
        return strict;
    }

    List<EnumeratorDef> enumerators(PrimitiveType backing) {
        Set<Object> seen = new HashSet<>();
        for (EnumeratorDef each : enumerators) {
            Object value = backing == PrimitiveType.INTEGER ? each.number() : each.text();
            if (value == null || !seen.add(value) || !seen.add("name " + SchemaDef.lower(each.name()))) {
                throw SchemaCheck.wrong(
                        "an enumerator has a value of another type, or its name or value twice", each.name());
            }
        }
        return enumerators;
    }
}
