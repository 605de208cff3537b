package org.imodel4j.ecsql.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What joins two table references. */
public sealed interface JoinCondition extends Node
        permits JoinCondition.On, JoinCondition.UsingColumns, JoinCondition.UsingRelationship {

    record On(int offset, Expression condition) implements JoinCondition {}

    /** {@code USING (a, b)}: part of the grammar, refused when the statement is resolved. */
    record UsingColumns(int offset, List<Name> columns) implements JoinCondition {}

    /** {@code USING schema.Relationship [alias] [FORWARD|BACKWARD]}. */
    record UsingRelationship(
            int offset, ClassName relationship, @Nullable Name alias, Direction direction) implements JoinCondition {}

    enum Direction {
        UNSPECIFIED,
        FORWARD,
        BACKWARD
    }
}
