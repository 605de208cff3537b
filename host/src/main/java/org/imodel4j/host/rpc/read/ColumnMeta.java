package org.imodel4j.host.rpc.read;

import org.imodel4j.ecsql.run.ColumnInfo;
import org.imodel4j.json.JsonWriter;

/**
 * A column as the answer to queryRows describes it. Frontends of 3.x and 4.x read {@code extendType}, later ones {@code extendedType}; both are
 * empty when there is none.
 */
final class ColumnMeta {
    private static final byte[] CLASS_NAME = JsonWriter.encodeName("className");
    private static final byte[] ACCESS_STRING = JsonWriter.encodeName("accessString");
    private static final byte[] GENERATED = JsonWriter.encodeName("generated");
    private static final byte[] INDEX = JsonWriter.encodeName("index");
    private static final byte[] JSON_NAME = JsonWriter.encodeName("jsonName");
    private static final byte[] NAME = JsonWriter.encodeName("name");
    private static final byte[] EXTENDED_TYPE = JsonWriter.encodeName("extendedType");
    private static final byte[] EXTEND_TYPE = JsonWriter.encodeName("extendType");
    private static final byte[] TYPE_NAME = JsonWriter.encodeName("typeName");

    private ColumnMeta() {}

    static void write(ColumnInfo column, JsonWriter out) {
        String extendedType = column.extendedType() == null ? "" : column.extendedType();
        out.beginObject();
        out.name(CLASS_NAME).value(column.className());
        out.name(ACCESS_STRING).value(column.accessString());
        out.name(GENERATED).value(column.generated());
        out.name(INDEX).value(column.index());
        out.name(JSON_NAME).value(column.jsonName());
        out.name(NAME).value(column.name());
        out.name(EXTENDED_TYPE).value(extendedType);
        out.name(EXTEND_TYPE).value(extendedType);
        out.name(TYPE_NAME).value(column.typeName());
        out.endObject();
    }
}
