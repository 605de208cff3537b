package org.imodel4j.ecsql.parse;

/**
 * Any part of an ECSQL syntax tree.
 *
 * <p>Trees are immutable, know nothing of schemas and tables, and are walked with exhaustive {@code switch}. Their depth
 * is bounded by {@link ECSqlParser#MAX_DEPTH}, so that walking them by recursion is safe.
 */
public sealed interface Node
        permits Statement,
                Query.Arm,
                Query.Block,
                Query.Row,
                SelectItem,
                TableRef,
                JoinCondition,
                ClassName,
                ClassFilter,
                Name,
                Expression,
                SortItem,
                Limit,
                Option,
                Window,
                WindowSpec,
                WindowSpec.Definition,
                WindowSpec.Partition,
                WindowSpec.Frame,
                WindowSpec.Bound,
                Expression.When,
                Expression.Step,
                Expression.CastTarget,
                Assignment,
                PragmaValue {

    /** Where the node begins in the text, in UTF-16 units from 0; see {@link Position#of}. */
    int offset();
}
