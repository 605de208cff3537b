package org.imodel4j.ecsql.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a select list. */
public sealed interface SelectItem extends Node permits SelectItem.All, SelectItem.AllOf, SelectItem.Value {
    /** {@code *}, always alone in its list. */
    record All(int offset) implements SelectItem {}

    /** {@code qualifier.*}. */
    record AllOf(int offset, List<Expression.Step> qualifier) implements SelectItem {}

    record Value(
            int offset, Expression expression, @Nullable Name alias) implements SelectItem {}
}
