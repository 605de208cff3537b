package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.parse.Assignment;
import org.imodel4j.ecsql.parse.ClassName;
import org.imodel4j.ecsql.parse.Expression;
import org.imodel4j.ecsql.parse.Scope;
import org.imodel4j.ecsql.parse.Statement;
import org.jspecify.annotations.Nullable;

/** Checks names and types of INSERT, UPDATE and DELETE, and that their class can be written to. */
public final class WriteResolver {
    private final Catalog catalog;
    private final QueryResolver queries;

    private WriteResolver(ECSchemas schemas) {
        this.catalog = new Catalog(schemas, true);
        this.queries = QueryResolver.of(catalog);
    }

    /** @throws org.imodel4j.error.IModelException number 1 for everything that the reference refuses to prepare */
    public static void check(ECSchemas schemas, Statement statement) {
        WriteResolver resolver = new WriteResolver(schemas);
        switch (statement) {
            case Statement.Insert insert -> resolver.insert(insert);
            case Statement.Update update -> resolver.update(update);
            case Statement.Delete delete -> resolver.delete(delete);
            default -> throw new IllegalArgumentException("no INSERT, UPDATE or DELETE");
        }
    }

    private void insert(Statement.Insert insert) {
        ECClass target = writable(insert.target(), false);
        NameScope scope = scope(target);
        List<ResolvedExpression> targets = new ArrayList<>();
        if (insert.columns() == null) {
            if (target.relationship() != null) {
                targets.add(property(Expression.pathTo(SystemProperty.SOURCE_INSTANCE_ID.ecName()), scope));
                targets.add(property(Expression.pathTo(SystemProperty.TARGET_INSTANCE_ID.ecName()), scope));
            }
            for (ECProperty property : target.properties()) {
                targets.add(property(Expression.pathTo(property.name()), scope));
            }
        } else {
            for (Expression.Path column : insert.columns()) {
                targets.add(property(column, scope));
            }
        }
        if (targets.size() != insert.values().size()) {
            throw ECSqlFailure.of("Mismatching number of items in VALUES clause. For " + targets.size()
                    + " properties there are " + insert.values().size() + " values.");
        }
        for (int i = 0; i < targets.size(); i++) {
            if (isSystem(targets.get(i), SystemProperty.CLASS_ID)) {
                throw ECSqlFailure.of(
                        "ECClassId may never be specified in the ECSQL INSERT property name expression list.");
            }
            Expression value = insert.values().get(i);
            ResolvedExpression resolved = queries.expressions().resolve(value, scope);
            if (resolved instanceof ResolvedExpression.Property) {
                throw ECSqlFailure.of("Expression '" + queries.expressions().print(value)
                        + "' is not allowed in the VALUES clause of the INSERT statement.");
            }
            requireFits(targets.get(i), resolved, "INSERT statement");
        }
        if (target.relationship() != null
                && !(hasSystem(targets, SystemProperty.SOURCE_INSTANCE_ID)
                        && hasSystem(targets, SystemProperty.TARGET_INSTANCE_ID))) {
            throw ECSqlFailure.of("In an ECSQL INSERT statement against an ECRelationship class SourceECInstanceId and "
                    + "TargetECInstanceId must always be specified.");
        }
    }

    private static boolean hasSystem(List<ResolvedExpression> targets, SystemProperty property) {
        return targets.stream().anyMatch(target -> isSystem(target, property));
    }

    private void update(Statement.Update update) {
        ECClass target = writable(update.target(), update.scope() != Scope.ONLY);
        NameScope scope = scope(target);
        for (Assignment assignment : update.assignments()) {
            ResolvedExpression property = property(assignment.target(), scope);
            for (SystemProperty system : SystemProperty.values()) {
                if (isSystem(property, system)) {
                    throw ECSqlFailure.of(
                            system.ecName() + " is not allowed in the SET clause of ECSQL UPDATE statement.");
                }
            }
            ResolvedExpression value = queries.expressions().resolve(assignment.value(), scope);
            requireFits(property, value, "SET clause of UPDATE statement");
        }
        condition(update.where(), scope);
    }

    private void delete(Statement.Delete delete) {
        ECClass target = writable(delete.target(), delete.scope() != Scope.ONLY);
        condition(delete.where(), scope(target));
    }

    private void condition(@Nullable Expression where, NameScope scope) {
        if (where != null) {
            queries.expressions().condition(where, scope);
        }
    }

    private static NameScope scope(ECClass target) {
        NameScope scope = new NameScope(null, NameScope.Blocks.NONE, List.of());
        scope.add(new Source.OfClass(0, target.name(), target, true, true, true));
        return scope;
    }

    private ResolvedExpression property(Expression.Path path, NameScope scope) {
        ResolvedExpression found = queries.expressions().path(path, scope).expression();
        if (found instanceof ResolvedExpression.Property) {
            return found;
        }
        throw ECSqlFailure.unknownName(String.join(".", ExpressionResolver.names(path.steps())));
    }

    private static boolean isSystem(ResolvedExpression expression, SystemProperty property) {
        return expression instanceof ResolvedExpression.Property found
                && found.path().equals(property.ecName());
    }

    private static void requireFits(ResolvedExpression target, ResolvedExpression value, String where) {
        ValueType left = target.type();
        ValueType right = value.type();
        boolean open = right instanceof ValueType.Unknown || right instanceof ValueType.Null;
        boolean fits = ValueType.isScalar(left) && ValueType.isScalar(right) && Types.sameTime(left, right)
                || (left.getClass() == right.getClass() && left.leaves().equals(right.leaves()));
        if (!open && !fits) {
            throw ECSqlFailure.of(
                    "Type mismatch in " + where + ": " + left.typeName() + " can not take " + right.typeName() + '.');
        }
    }

    private ECClass writable(ClassName name, boolean polymorphic) {
        ECClass target = catalog.queryable(name);
        ClassMap.Strategy strategy = catalog.schemas().mapOf(target).strategy();
        if (catalog.schemas().isMixin(target)) {
            throw refused("ECClass '" + target.name() + "' is a mixin which cannot be modified via ECSQL. "
                    + "Therefore only ECSQL SELECT statements can be used against a mixin class.");
        }
        if (catalog.isForeignKey(target)) {
            throw refused("Cannot run ECSQL INSERT, UPDATE, or DELETE on ECRelationshipClass '" + target.name()
                    + "'. Use the respective navigation property to modify it.");
        }
        if (strategy == ClassMap.Strategy.EXISTING_TABLE || catalog.schemas().viewQuery(target) != null) {
            throw refused("ECClass '" + target.name() + "' is mapped to an existing table not owned by ECDb. "
                    + "Therefore only ECSQL SELECT statements can be used against the class.");
        }
        if (polymorphic && catalog.schemas().partitions(target.id()).size() > 1) {
            throw refused("Cannot run polymorphic ECSQL INSERT, UPDATE or DELETE on ECClass '" + target.name()
                    + "' because it has subclasses mapped to different tables. Consider mapping the class with strategy "
                    + "'TablePerHierarchy'.");
        }
        if (!polymorphic && target.modifier() == ECClass.Modifier.ABSTRACT) {
            throw refused("Cannot run non-polymorphic ECSQL INSERT, UPDATE or DELETE on an abstract ECClass '"
                    + target.name() + "'. Abstract classes are not instantiable.");
        }
        return target;
    }

    private static RuntimeException refused(String reason) {
        return ECSqlFailure.of("Invalid ECClass in ECSQL: " + reason);
    }
}
