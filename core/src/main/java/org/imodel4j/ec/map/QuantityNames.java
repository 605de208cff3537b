package org.imodel4j.ec.map;

import java.util.Locale;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;

/** Texts with aliases in them, such as {@code f:DefaultRealU(4)[u:M|m]}, in a form that two schemas can be compared by. */
final class QuantityNames {
    private QuantityNames() {}

    /** With names of schemas in place of aliases; those that the schema does not know stay. */
    static String full(SchemaDef schema, String text) {
        StringBuilder full = new StringBuilder();
        boolean label = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '|' || next == ']') {
                label = next == '|';
            }
            if (next == ':' && !label) {
                full.append(schemaName(schema, text.substring(start, i))).append(':');
                start = i + 1;
            } else if (next == '[' || next == '|' || next == ']') {
                full.append(text, start, i + 1);
                start = i + 1;
            }
        }
        return full.append(text, start, text.length()).toString();
    }

    private static String schemaName(SchemaDef schema, String alias) {
        for (SchemaReference reference : schema.references()) {
            if (reference.alias().equalsIgnoreCase(alias)) {
                return reference.name();
            }
        }
        return alias.toLowerCase(Locale.ROOT).equals(schema.alias().toLowerCase(Locale.ROOT)) ? schema.name() : alias;
    }
}
