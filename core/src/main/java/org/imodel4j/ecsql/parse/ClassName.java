package org.imodel4j.ecsql.parse;

import org.jspecify.annotations.Nullable;

/**
 * {@code [tablespace.]schema.Class} or {@code schema:Class}.
 *
 * @param schema name or alias; null for a bare name, which can only mean a common table expression
 */
public record ClassName(
        int offset, @Nullable String tableSpace, @Nullable String schema, String name) implements Node {
    /** With dots, as messages show it. */
    @Override
    public String toString() {
        String qualified = schema == null ? name : schema + '.' + name;
        return tableSpace == null ? qualified : tableSpace + '.' + qualified;
    }
}
