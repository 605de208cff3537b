package org.imodel4j.ecsql.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ([base] [PARTITION BY …] [ORDER BY …] [frame])}.
 *
 * @param base a window of the WINDOW clause that this one refines
 */
public record WindowSpec(
        int offset,
        @Nullable Name base,
        List<Partition> partitions,
        List<SortItem> orderBy,
        @Nullable Frame frame) implements Node {

    /** {@code name AS (…)} of a WINDOW clause. */
    public record Definition(int offset, Name name, WindowSpec spec) implements Node {}

    public record Partition(
            int offset, Expression key, @Nullable Collation collation) implements Node {}

    /** @param end null when only a start is given */
    public record Frame(
            int offset, Unit unit, Bound start, @Nullable Bound end, Exclusion exclusion) implements Node {}

    /** @param distance only for {@code n PRECEDING} and {@code n FOLLOWING} */
    public record Bound(
            int offset, BoundKind kind, @Nullable Expression distance) implements Node {}

    public enum Collation {
        BINARY,
        NOCASE,
        RTRIM
    }

    public enum Unit {
        ROWS,
        RANGE,
        GROUPS
    }

    public enum BoundKind {
        UNBOUNDED_PRECEDING,
        PRECEDING,
        CURRENT_ROW,
        FOLLOWING,
        UNBOUNDED_FOLLOWING
    }

    public enum Exclusion {
        /** Nothing is written. */
        DEFAULT,
        CURRENT_ROW,
        GROUP,
        TIES,
        NO_OTHERS
    }
}
