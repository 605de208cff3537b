package org.imodel4j.ecsql.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whatever gives rows: at the top, in a subquery, and in a block of WITH. */
public sealed interface Query extends Statement permits Query.Simple, Query.Compound, Query.With {

    /** A query without set operators. */
    sealed interface Simple extends Query permits Select, Values {}

    /**
     * @param from empty without a FROM clause; then all clauses behind it are absent too
     * @param windows the definitions of the WINDOW clause
     */
    record Select(
            int offset,
            Quantifier quantifier,
            List<SelectItem> items,
            List<TableRef> from,
            @Nullable Expression where,
            List<Expression> groupBy,
            @Nullable Expression having,
            List<WindowSpec.Definition> windows,
            List<SortItem> orderBy,
            @Nullable Limit limit,
            List<Option> options)
            implements Simple {}

    /** @param rows at least one; more than one only in subqueries, blocks of WITH and the reader's top level */
    record Values(int offset, List<Row> rows) implements Simple {}

    record Row(int offset, List<Expression> values) implements Node {}

    /**
     * A chain of set operators, evaluated from left to right as SQLite does. ORDER BY, LIMIT and OPTIONS behind the
     * chain stand in its last arm and concern the whole.
     */
    record Compound(int offset, Simple first, List<Arm> arms) implements Query {}

    record Arm(int offset, SetOperator operator, boolean all, Simple query) implements Node {}

    record With(int offset, boolean recursive, List<Block> blocks, Query body) implements Query {}

    /** @param columns empty when the block names none */
    record Block(int offset, Name name, List<Name> columns, Query query) implements Node {}

    enum SetOperator {
        UNION,
        INTERSECT,
        EXCEPT
    }

    /** What stands in front of a select list or of a function's arguments. */
    enum Quantifier {
        NONE,
        ALL,
        DISTINCT
    }
}
