package org.imodel4j.ecsql.translate;

import java.util.List;
import org.imodel4j.ecsql.resolve.Output;
import org.imodel4j.ecsql.resolve.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A statement as SQLite runs it.
 *
 * @param sql its parameters are {@code ?1}, {@code ?2} …, described by {@code parameters} in that order
 * @param columns what the result columns mean
 * @param hasLimit the statement has a LIMIT of its own, so that another one can not simply be appended
 */
public record Translation(String sql, List<Column> columns, List<Slot> parameters, boolean hasLimit) {
    public Translation {
        columns = List.copyOf(columns);
        parameters = List.copyOf(parameters);
    }

    /**
     * @param first the first SQL column, counted from 0; the others of its leaves follow
     * @param json the column holds JSON as rows spell it, or a class id as a number: the value of an instance property
     */
    public record Column(Output output, int first, boolean json) {}

    /**
     * One SQL parameter.
     *
     * @param index of the ECSQL parameter, from 1
     * @param name of the ECSQL parameter, null for {@code ?}
     * @param leaf the part of the argument that goes here, empty for a scalar
     * @param type of the whole argument
     * @param idProperty it is compared with a property that holds an id
     * @param idSet the argument is a set of ids, bound as a JSON array
     */
    public record Slot(
            int index, @Nullable String name, String leaf, ValueType type, boolean idProperty, boolean idSet) {}
}
