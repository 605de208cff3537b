package org.imodel4j.ecsql.resolve;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.imodel4j.ec.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** The table-valued functions and their columns. */
public enum TableFunction {
    JSON_EACH("json1", "json_each"),
    JSON_TREE("json1", "json_tree"),
    /** The ids of a set, given as JSON text or as a parameter. */
    ID_SET("ECVLib", "IdSet");

    private static final ValueType TEXT = ValueType.STRING;
    private static final List<Output> JSON_COLUMNS = List.of(
            column("json1:json_each", "key", TEXT),
            column("json1:json_each", "value", TEXT),
            column("json1:json_each", "type", TEXT),
            column("json1:json_each", "atom", TEXT),
            column("json1:json_each", "parent", new ValueType.Primitive(PrimitiveType.INTEGER)),
            column("json1:json_each", "fullkey", TEXT),
            column("json1:json_each", "path", TEXT));

    private final String schema;
    private final String sqlName;

    TableFunction(String schema, String sqlName) {
        this.schema = schema;
        this.sqlName = sqlName;
    }

    public String schema() {
        return schema;
    }

    public String sqlName() {
        return sqlName;
    }

    /** The columns, as {@code *} gives them. */
    public List<Output> outputs() {
        return switch (this) {
            case JSON_EACH -> JSON_COLUMNS;
            case JSON_TREE ->
                JSON_COLUMNS.stream()
                        .map(c -> column("json1:json_tree", c.name(), c.type()))
                        .collect(Collectors.toUnmodifiableList());
            case ID_SET -> List.of(column("", "id", ValueType.ID));
        };
    }

    /** The function of that name, or null. */
    static @Nullable TableFunction find(@Nullable String schema, String name) {
        for (TableFunction function : values()) {
            if (function.sqlName.equalsIgnoreCase(name)
                    && (schema == null
                            || function.schema.toLowerCase(Locale.ROOT).equals(schema.toLowerCase(Locale.ROOT)))) {
                return function;
            }
        }
        return null;
    }

    private static Output column(String className, String name, ValueType type) {
        return new Output(name, name, className, false, type);
    }
}
