package org.imodel4j.ecsql.resolve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ecsql.parse.Query;
import org.imodel4j.ecsql.parse.SortItem;
import org.jspecify.annotations.Nullable;

/** A query whose names and types are known. */
public sealed interface ResolvedQuery {
    /** The columns it gives. */
    List<Output> outputs();

    /** A query without set operators. */
    sealed interface Simple extends ResolvedQuery permits Select, Values {}

    /**
     * @param items one expression for each output
     * @param aliases for each output the alias in the text, or null
     * @param requiredProperties instance properties that the class of a row must have, by id of the source
     */
    record Select(
            List<Output> outputs,
            Query.Quantifier quantifier,
            List<ResolvedExpression> items,
            List<@Nullable String> aliases,
            List<ResolvedFrom> from,
            Map<Integer, Set<String>> requiredProperties,
            @Nullable ResolvedExpression where,
            List<ResolvedExpression> groupBy,
            @Nullable ResolvedExpression having,
            List<NamedWindow> windows,
            List<Sort> orderBy,
            @Nullable ResolvedExpression limit,
            @Nullable ResolvedExpression offset)
            implements Simple {}

    record Values(List<Output> outputs, List<List<ResolvedExpression>> rows) implements Simple {}

    record Compound(List<Output> outputs, Simple first, List<Arm> arms) implements ResolvedQuery {}

    record Arm(Query.SetOperator operator, boolean all, Simple query) {}

    record With(List<Output> outputs, boolean recursive, List<Block> blocks, ResolvedQuery body)
            implements ResolvedQuery {}

    /** @param columns empty when the block names none */
    record Block(String name, List<String> columns, ResolvedQuery query) {}

    record Sort(ResolvedExpression key, SortItem.Order order, SortItem.Nulls nulls) {}

    record NamedWindow(String name, ResolvedWindow window) {}
}
