package org.imodel4j.ecsql.resolve;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.parse.JoinCondition;
import org.jspecify.annotations.Nullable;

/**
 * Finds which classes {@code JOIN USING} joins, and in which direction. What the class that is joined is joined to is not the
 * table on its left, but the one class of the FROM clause that the relationship allows: so does the reference.
 */
final class RelationshipJoin {
    private final ECSchemas schemas;
    private final ECClass relationship;
    private final ECClass.Relationship ends;

    RelationshipJoin(ECSchemas schemas, ECClass relationship, ECClass.Relationship ends) {
        this.schemas = schemas;
        this.relationship = relationship;
        this.ends = ends;
    }

    /** The first source of the only class that stands at an end of the relationship. */
    Source from(List<Source> sources, Source to) {
        Source atSource = null;
        Source atTarget = null;
        for (Source source : sources) {
            if (source.id() != to.id()) {
                atSource = only(atSource, source, ends.source());
                atTarget = only(atTarget, source, ends.target());
            }
        }
        Source found = atTarget == null ? atSource : atTarget;
        if (found == null) {
            throw ECSqlFailure.of("No ECClass in the FROM and JOIN clauses matches the ends of the relationship '"
                    + relationship.fullName() + "'.");
        }
        return found;
    }

    private @Nullable Source only(@Nullable Source known, Source candidate, ECClass.Constraint end) {
        ECClass ecClass = PathResolver.classOf(candidate);
        if (ecClass == null || !fits(ecClass, end)) {
            return known;
        }
        ECClass other = known == null ? null : PathResolver.classOf(known);
        if (other != null && other.id() != ecClass.id()) {
            throw ECSqlFailure.of("Multiple classes in the FROM and JOIN clauses match an end of the relationship '"
                    + relationship.fullName() + "'.");
        }
        return known == null ? candidate : known;
    }

    /** True when {@code from} is the source of the relationship. */
    boolean isForward(Source from, Source to, JoinCondition.Direction direction) {
        boolean toSource = fits(to, ends.source());
        boolean toTarget = fits(to, ends.target());
        if (!toSource && !toTarget) {
            throw ECSqlFailure.of("'" + to.alias() + "' class is not related to by the relationship '"
                    + relationship.fullName() + "'");
        }
        boolean fromSource = fits(from, ends.source());
        boolean fromTarget = fits(from, ends.target());
        if (fromSource && fromTarget && toSource && toTarget) {
            return switch (direction) {
                case FORWARD -> true;
                case BACKWARD -> false;
                case UNSPECIFIED ->
                    throw ECSqlFailure.of(
                            "FORWARD or BACKWARD must be specified for joins where source and target cannot be "
                                    + "identified unambiguously, e.g. joins between the same class.");
            };
        }
        boolean forward = fromSource && fromTarget ? toTarget : fromSource;
        if (direction == JoinCondition.Direction.FORWARD && !forward) {
            throw ECSqlFailure.of(
                    "Invalid join direction FORWARD. Either specify BACKWARD or omit the direction as the "
                            + "direction can be unambiguously implied in this ECSQL.");
        }
        if (direction == JoinCondition.Direction.BACKWARD && forward) {
            throw ECSqlFailure.of(
                    "Invalid join direction BACKWARD. Either specify FORWARD or omit the direction as the "
                            + "direction can be unambiguously implied in this ECSQL.");
        }
        return forward;
    }

    private boolean fits(Source source, ECClass.Constraint end) {
        ECClass ecClass = PathResolver.classOf(source);
        return ecClass != null && fits(ecClass, end);
    }

    private boolean fits(ECClass ecClass, ECClass.Constraint end) {
        for (long id : end.classIds()) {
            if (end.polymorphic() ? schemas.isSubclass(ecClass.id(), id) : ecClass.id() == id) {
                return true;
            }
        }
        return false;
    }
}
