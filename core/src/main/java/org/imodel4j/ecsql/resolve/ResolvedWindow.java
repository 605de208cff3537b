package org.imodel4j.ecsql.resolve;

import java.util.List;
import org.imodel4j.ecsql.parse.WindowSpec;
import org.jspecify.annotations.Nullable;

/** What stands behind OVER: a name, or a definition. */
public sealed interface ResolvedWindow {
    record Named(String name) implements ResolvedWindow {}

    record Defined(
            @Nullable String base,
            List<Partition> partitions,
            List<ResolvedQuery.Sort> orderBy,
            @Nullable Frame frame) implements ResolvedWindow {}

    record Partition(ResolvedExpression key, WindowSpec.@Nullable Collation collation) {}

    record Frame(
            WindowSpec.Unit unit, Bound start, @Nullable Bound end, WindowSpec.Exclusion exclusion) {}

    record Bound(WindowSpec.BoundKind kind, @Nullable ResolvedExpression distance) {}
}
