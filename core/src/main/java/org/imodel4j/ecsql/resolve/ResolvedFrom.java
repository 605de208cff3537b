package org.imodel4j.ecsql.resolve;

import org.imodel4j.ecsql.parse.TableRef;
import org.jspecify.annotations.Nullable;

/** One entry of a resolved FROM clause. */
public sealed interface ResolvedFrom {
    record Table(Source source) implements ResolvedFrom {}

    /** @param condition null for CROSS */
    record Join(
            ResolvedFrom left,
            TableRef.JoinType type,
            ResolvedFrom right,
            @Nullable ResolvedExpression condition) implements ResolvedFrom {}
}
