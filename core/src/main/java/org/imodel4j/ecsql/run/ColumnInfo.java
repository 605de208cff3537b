package org.imodel4j.ecsql.run;

import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a client learns of a column.
 *
 * @param className {@code Schema:Class} of the class that declares the property; empty for system and computed columns
 * @param accessString the path of the property, else the name
 * @param generated computed or aliased
 * @param index from 0
 * @param jsonName unique name with a small first letter
 * @param name unique name
 * @param extendedType null when there is none
 * @param typeName such as {@code long}, {@code navigation} or {@code Schema.Enumeration}
 */
public record ColumnInfo(
        String className,
        String accessString,
        boolean generated,
        int index,
        String jsonName,
        String name,
        @Nullable String extendedType,
        String typeName) {

    /** Writes the object that query responses carry, for old and new clients alike. */
    public void writeMeta(JsonWriter out) {
        out.beginObject();
        out.name("className").value(className);
        out.name("accessString").value(accessString);
        out.name("generated").value(generated);
        out.name("index").value(index);
        out.name("jsonName").value(jsonName);
        out.name("name").value(name);
        if (extendedType != null) {
            out.name("extendedType").value(extendedType);
        }
        out.name("extendType").value(extendedType == null ? "" : extendedType);
        out.name("typeName").value(typeName);
        out.endObject();
    }
}
