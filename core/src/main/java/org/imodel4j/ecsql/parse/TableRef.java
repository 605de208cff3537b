package org.imodel4j.ecsql.parse;

import org.jspecify.annotations.Nullable;

/** One entry of a FROM clause. */
public sealed interface TableRef extends Node
        permits TableRef.ClassTable, TableRef.FunctionTable, TableRef.Subquery, TableRef.Join {

    /**
     * A class, or a block of WITH when the name is bare.
     *
     * @param skipTypeIndex {@code +ALL} or {@code +ONLY}: keep SQLite off the index on the class id
     * @param skipPrimaryJoin {@code +} in front of the name: do not join the primary table
     * @param memberFunction {@code schema.Class.function(…)}, as in {@code Changes(…)}
     */
    record ClassTable(
            int offset,
            Scope scope,
            boolean skipTypeIndex,
            boolean skipPrimaryJoin,
            ClassName name,
            Expression.@Nullable Call memberFunction,
            @Nullable Name alias)
            implements TableRef {}

    /** {@code [schema.]function(…)}, as in {@code json1.json_each(…)}. */
    record FunctionTable(
            int offset,
            @Nullable String schema,
            Expression.Call call,
            @Nullable Name alias) implements TableRef {}

    record Subquery(
            int offset, Scope scope, Query query, @Nullable Name alias) implements TableRef {}

    /** Joins nest to the left: {@code A JOIN B JOIN C} has {@code A JOIN B} on its left side. */
    record Join(
            int offset,
            TableRef left,
            JoinType type,
            boolean natural,
            TableRef right,
            @Nullable JoinCondition condition)
            implements TableRef {}

    enum JoinType {
        /** {@code JOIN} or {@code INNER JOIN}. */
        INNER,
        LEFT,
        RIGHT,
        FULL,
        CROSS
    }
}
