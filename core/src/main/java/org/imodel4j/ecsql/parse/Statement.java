package org.imodel4j.ecsql.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One whole ECSQL statement. */
public sealed interface Statement extends Node
        permits Query, Statement.Insert, Statement.Update, Statement.Delete, Statement.Pragma {

    /**
     * @param columns null when the statement gives no list, which means all properties of the class
     * @param values one row
     */
    record Insert(
            int offset,
            boolean only,
            ClassName target,
            @Nullable List<Expression.Path> columns,
            List<Expression> values)
            implements Statement {}

    record Update(
            int offset,
            Scope scope,
            ClassName target,
            List<Assignment> assignments,
            @Nullable Expression where,
            List<Option> options)
            implements Statement {}

    record Delete(
            int offset,
            Scope scope,
            ClassName target,
            @Nullable Expression where,
            List<Option> options) implements Statement {}

    /**
     * @param value what stands behind {@code =} or in parentheses, null to read
     * @param assigned it stands behind {@code =}
     * @param target the steps behind {@code FOR}, such as schema and class; empty when there is none
     */
    record Pragma(
            int offset,
            Name name,
            @Nullable PragmaValue value,
            boolean assigned,
            List<Name> target,
            List<Option> options)
            implements Statement {}
}
