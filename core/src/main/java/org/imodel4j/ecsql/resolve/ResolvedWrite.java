package org.imodel4j.ecsql.resolve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An INSERT, UPDATE or DELETE whose names and types are known. */
public sealed interface ResolvedWrite {
    /** The class; its source is the only one outside of subqueries. */
    Source.OfClass target();

    /** @param property all of a property, or a part such as {@code P2.X} */
    record Assigned(ResolvedExpression.Property property, ResolvedExpression value) {}

    record Insert(Source.OfClass target, List<Assigned> values) implements ResolvedWrite {
        public Insert {
            values = List.copyOf(values);
        }
    }

    record Update(
            Source.OfClass target,
            List<Assigned> assignments,
            @Nullable ResolvedExpression where) implements ResolvedWrite {
        public Update {
            assignments = List.copyOf(assignments);
        }
    }

    record Delete(Source.OfClass target, @Nullable ResolvedExpression where) implements ResolvedWrite {}
}
