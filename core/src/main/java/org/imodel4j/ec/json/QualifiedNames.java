package org.imodel4j.ec.json;

import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;

/** Names with aliases, as texts inside of a schema have them, turned into names with schema names. */
final class QualifiedNames {
    private QualifiedNames() {}

    /** {@code u:M} as {@code Units.M}, a bare name as one of the schema itself. An unknown alias stays. */
    static String dotted(String name, SchemaDef schema) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return schema.name() + '.' + name;
        }
        return schemaName(name.substring(0, colon), schema) + '.' + name.substring(colon + 1);
    }

    /** {@code f:DefaultRealU(4)[u:M|metre]} as {@code Formats.DefaultRealU(4)[Units.M|metre]}. */
    static String dottedFormat(String format, SchemaDef schema) {
        StringBuilder text = new StringBuilder();
        int bracket = format.indexOf('[');
        text.append(dotted(bracket < 0 ? format : format.substring(0, bracket), schema));
        while (bracket >= 0) {
            int end = format.indexOf(']', bracket);
            if (end < 0) {
                return text.append(format, bracket, format.length()).toString();
            }
            text.append('[')
                    .append(dotted(format.substring(bracket + 1, end), schema))
                    .append(']');
            bracket = format.indexOf('[', end);
        }
        return text.toString();
    }

    private static String schemaName(String alias, SchemaDef schema) {
        for (SchemaReference reference : schema.references()) {
            if (reference.alias().equalsIgnoreCase(alias)) {
                return reference.name();
            }
        }
        return alias.equalsIgnoreCase(schema.alias()) ? schema.name() : alias;
    }
}
