package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.parse.Assignment;
import org.imodel4j.ecsql.parse.ClassName;
import org.imodel4j.ecsql.parse.Expression;
import org.imodel4j.ecsql.parse.Option;
import org.imodel4j.ecsql.parse.Scope;
import org.imodel4j.ecsql.parse.Statement;
import org.jspecify.annotations.Nullable;

/** Resolves INSERT, UPDATE and DELETE, and makes sure that their class and their properties can be written. */
public final class WriteResolver {
    private final Catalog catalog;
    private final QueryResolver queries;

    private WriteResolver(ECSchemas schemas) {
        this.catalog = new Catalog(schemas, true);
        this.queries = QueryResolver.of(catalog);
    }

    /** @throws org.imodel4j.error.IModelException number 1 for everything that the reference refuses to prepare */
    public static ResolvedWrite resolve(ECSchemas schemas, Statement statement) {
        WriteResolver resolver = new WriteResolver(schemas);
        return switch (statement) {
            case Statement.Insert insert -> resolver.insert(insert);
            case Statement.Update update -> resolver.update(update);
            case Statement.Delete delete -> resolver.delete(delete);
            default -> throw new IllegalArgumentException("no INSERT, UPDATE or DELETE");
        };
    }

    private ResolvedWrite insert(Statement.Insert insert) {
        Source.OfClass target = target(insert.target(), Scope.ONLY, List.of());
        NameScope scope = scope(target, List.of());
        List<ResolvedExpression.Property> columns = columns(insert, target.ecClass(), scope);
        if (columns.size() != insert.values().size()) {
            throw ECSqlFailure.of("Mismatching number of items in VALUES clause. For " + columns.size()
                    + " properties there are " + insert.values().size() + " values.");
        }
        List<ResolvedWrite.Assigned> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (is(columns.get(i), SystemProperty.CLASS_ID)) {
                throw ECSqlFailure.of(
                        "ECClassId may never be specified in the ECSQL INSERT property name expression list.");
            }
            Expression value = insert.values().get(i);
            ResolvedExpression resolved = queries.expressions().resolve(value, scope);
            if (resolved instanceof ResolvedExpression.Property) {
                throw ECSqlFailure.of("Expression '" + queries.expressions().print(value)
                        + "' is not allowed in the VALUES clause of the INSERT statement.");
            }
            values.add(assigned(columns.get(i), resolved, "INSERT statement"));
        }
        // One of them is enough, although the message asks for both; observed at the reference.
        if (target.ecClass().relationship() != null
                && columns.stream()
                        .noneMatch(column -> is(column, SystemProperty.SOURCE_INSTANCE_ID)
                                || is(column, SystemProperty.TARGET_INSTANCE_ID))) {
            throw ECSqlFailure.of("In an ECSQL INSERT statement against an ECRelationship class SourceECInstanceId and "
                    + "TargetECInstanceId must always be specified.");
        }
        return new ResolvedWrite.Insert(target, values);
    }

    /** Without a list all properties are meant; those of the relationship ends come last. */
    private List<ResolvedExpression.Property> columns(Statement.Insert insert, ECClass target, NameScope scope) {
        List<ResolvedExpression.Property> columns = new ArrayList<>();
        if (insert.columns() != null) {
            for (Expression.Path column : insert.columns()) {
                columns.add(property(column, scope));
            }
            return columns;
        }
        for (ECProperty property : target.properties()) {
            columns.add(property(Expression.pathTo(property.name()), scope));
        }
        if (target.relationship() != null) {
            columns.add(property(Expression.pathTo(SystemProperty.SOURCE_INSTANCE_ID.ecName()), scope));
            columns.add(property(Expression.pathTo(SystemProperty.TARGET_INSTANCE_ID.ecName()), scope));
        }
        return columns;
    }

    private ResolvedWrite update(Statement.Update update) {
        Source.OfClass target = target(update.target(), update.scope(), update.options());
        NameScope scope = scope(target, update.options());
        boolean readOnlyToo = scope.isOn("ReadonlyPropertiesAreUpdatable");
        List<ResolvedWrite.Assigned> assignments = new ArrayList<>();
        for (Assignment assignment : update.assignments()) {
            ResolvedExpression.Property property = property(assignment.target(), scope);
            requireUpdatable(property, target.ecClass(), readOnlyToo);
            ResolvedExpression value = queries.expressions().resolve(assignment.value(), scope);
            assignments.add(assigned(property, value, "SET clause of UPDATE statement"));
        }
        return new ResolvedWrite.Update(target, assignments, condition(update.where(), scope));
    }

    private static void requireUpdatable(ResolvedExpression.Property property, ECClass target, boolean readOnlyToo) {
        if (is(property, SystemProperty.INSTANCE_ID) || is(property, SystemProperty.CLASS_ID)) {
            throw ECSqlFailure.of("ECInstanceId or ECClassId are not allowed in SET clause of ECSQL UPDATE statement. "
                    + "ECDb does not support to modify those.");
        }
        for (SystemProperty system : SystemProperty.values()) {
            if (is(property, system)) {
                throw ECSqlFailure.of(
                        "SourceECInstanceId, SourceECClassId, TargetECInstanceId, or TargetECClassId are not "
                                + "allowed in the SET clause of ECSQL UPDATE statement. ECDb does not support to modify those as they "
                                + "are keys of the relationship. Instead delete the relationship and insert the desired new one.");
            }
        }
        // Parts of a read-only property can be set; observed at the reference.
        ECProperty whole = target.tryProperty(property.path());
        if (whole != null && whole.readOnly() && !readOnlyToo) {
            throw ECSqlFailure.of("The ECProperty '" + whole.name()
                    + "' is read-only. Read-only ECProperties cannot be " + "modified by an ECSQL UPDATE statement.");
        }
    }

    private ResolvedWrite delete(Statement.Delete delete) {
        Source.OfClass target = target(delete.target(), delete.scope(), delete.options());
        return new ResolvedWrite.Delete(target, condition(delete.where(), scope(target, delete.options())));
    }

    private @Nullable ResolvedExpression condition(@Nullable Expression where, NameScope scope) {
        return where == null ? null : queries.expressions().condition(where, scope);
    }

    private static NameScope scope(Source.OfClass target, List<Option> options) {
        NameScope scope = new NameScope(null, NameScope.Blocks.NONE, options).hiddenFromSubqueries();
        scope.add(target);
        return scope;
    }

    private Source.OfClass target(ClassName name, Scope scope, List<Option> options) {
        ECClass target = writable(name, scope != Scope.ONLY);
        boolean filtered = !new NameScope(null, NameScope.Blocks.NONE, options).isOn("NoECClassIdFilter");
        return queries.sources().writeTarget(target, scope != Scope.ONLY, filtered);
    }

    private ResolvedExpression.Property property(Expression.Path path, NameScope scope) {
        if (queries.expressions().path(path, scope).expression() instanceof ResolvedExpression.Property found) {
            return found;
        }
        throw ECSqlFailure.unknownName(String.join(".", ExpressionResolver.names(path.steps())));
    }

    private static boolean is(ResolvedExpression.Property property, SystemProperty system) {
        return property.path().equals(system.ecName());
    }

    private static ResolvedWrite.Assigned assigned(
            ResolvedExpression.Property property, ResolvedExpression value, String where) {
        String mismatch = mismatch(property.type(), value.type());
        if (mismatch != null) {
            throw ECSqlFailure.of("Type mismatch in " + where + ": " + mismatch);
        }
        return new ResolvedWrite.Assigned(property, Parameters.typedLike(value, property));
    }

    /** Why a value can not go into a property, null when it can. NULL and parameters go everywhere. */
    private static @Nullable String mismatch(ValueType property, ValueType value) {
        if (value instanceof ValueType.Unknown || value instanceof ValueType.Null) {
            return null;
        }
        ValueType.Primitive left = property instanceof ValueType.Primitive primitive ? primitive : null;
        ValueType.Primitive right = value instanceof ValueType.Primitive primitive ? primitive : null;
        if ((left != null && isSpatial(left)) || (right != null && isSpatial(right))) {
            return left != null && right != null && left.primitive() == right.primitive()
                    ? null
                    : "Left and right side of expression must both have Point2d / Point3d / IGeometry type.";
        }
        if (left != null && ValueType.isScalar(value)) {
            return Types.sameTime(left, value)
                    ? null
                    : "DateTime metadata of left and right side of expression do not match.";
        }
        if (property instanceof ValueType.PrimitiveArray a && value instanceof ValueType.PrimitiveArray b) {
            return a.item().primitive() == b.item().primitive()
                    ? null
                    : "Left and right side of expression must both be of same primitive array type.";
        }
        ECClass struct = structClass(property);
        if (struct != null && property.getClass() == value.getClass()) {
            ECClass other = structClass(value);
            return other != null && struct.id() == other.id()
                    ? null
                    : "Left and right side of expression must both be of same Struct or StructArray type.";
        }
        return property instanceof ValueType.Navigation && value instanceof ValueType.Navigation
                ? null
                : property.typeName() + " can not take " + value.typeName() + '.';
    }

    private static boolean isSpatial(ValueType.Primitive type) {
        return type.isPoint() || type.primitive() == PrimitiveType.GEOMETRY;
    }

    private static @Nullable ECClass structClass(ValueType type) {
        return switch (type) {
            case ValueType.Struct struct -> struct.struct();
            case ValueType.StructArray array -> array.item().struct();
            default -> null;
        };
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
        if (polymorphic && !isInOneTable(target)) {
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

    /** Instances of the class and of all its subclasses stand in one root table, which the class itself is mapped to. */
    private boolean isInOneTable(ECClass target) {
        return !catalog.schemas().mapOf(target).tables().isEmpty()
                && catalog.schemas().partitions(target.id()).size() <= 1;
    }

    private static RuntimeException refused(String reason) {
        return ECSqlFailure.of("Invalid ECClass in ECSQL: " + reason);
    }
}
