package org.imodel4j.bis;

import org.imodel4j.json.JsonWriter;

/** A member of a JSON object that is absent when its value is null. */
final class NamedValue implements Part {
    private final byte[] name;
    private final ValueReader value;

    /** @param propertyName as the schema spells it; JSON has its first letter in lower case */
    NamedValue(String propertyName, ValueReader value) {
        this.name = JsonWriter.encodeName(jsonName(propertyName));
        this.value = value;
    }

    static String jsonName(String propertyName) {
        char first = propertyName.isEmpty() ? ' ' : propertyName.charAt(0);
        return first >= 'A' && first <= 'Z' ? (char) (first + 'a' - 'A') + propertyName.substring(1) : propertyName;
    }

    boolean isNull(Row row) {
        return value.isNull(row);
    }

    @Override
    public void write(Row row, JsonWriter out) {
        if (!value.isNull(row)) {
            out.name(name);
            value.write(row, out);
        }
    }
}
