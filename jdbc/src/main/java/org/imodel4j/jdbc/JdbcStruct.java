package org.imodel4j.jdbc;

import java.sql.SQLException;
import java.sql.Struct;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A struct or a point. Its text is the JSON in which rows spell it. Immutable. */
final class JdbcStruct implements Struct {
    private final String typeName;
    private final @Nullable Object[] attributes;
    private final @Nullable String json;

    /** @param json null for one that an application made */
    JdbcStruct(String typeName, @Nullable Object[] attributes, @Nullable String json) {
        this.typeName = typeName;
        this.attributes = attributes.clone();
        this.json = json;
    }

    @Override
    public String getSQLTypeName() {
        return typeName;
    }

    @Override
    public @Nullable Object[] getAttributes() {
        return attributes.clone();
    }

    @Override
    public @Nullable Object[] getAttributes(@Nullable Map<String, Class<?>> map) throws SQLException {
        requireNoMapping(map);
        return getAttributes();
    }

    static void requireNoMapping(@Nullable Map<String, Class<?>> map) throws SQLException {
        if (map != null && !map.isEmpty()) {
            throw SqlState.notSupported("A mapping of types to classes");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JdbcStruct struct
                && struct.typeName.equals(typeName)
                && Arrays.deepEquals(struct.attributes, attributes);
    }

    @Override
    public int hashCode() {
        return typeName.hashCode() * 31 + Arrays.deepHashCode(attributes);
    }

    @Override
    public String toString() {
        return json == null ? typeName + Arrays.deepToString(attributes) : json;
    }
}
