package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECEnumeration;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.ec.ECSchemas;
import org.jspecify.annotations.Nullable;

/** Finds what a dotted path means. */
final class PathResolver {
    private final ECSchemas schemas;
    private final Types types;

    PathResolver(ECSchemas schemas, Types types) {
        this.schemas = schemas;
        this.types = types;
    }

    /**
     * A resolved path, and how metadata describes the column.
     *
     * @param qualifier how many leading steps name the source
     */
    record Found(ResolvedExpression expression, Output output, int qualifier) {
        Found(ResolvedExpression expression, Output output) {
            this(expression, output, 0);
        }

        Found behind(int steps) {
            return new Found(expression, output, steps);
        }
    }

    private static @Nullable Found qualified(@Nullable Found found, int steps) {
        return found == null ? null : found.behind(steps);
    }

    /** @throws org.imodel4j.error.IModelException when nothing or more than one thing has that name */
    Found resolve(List<String> steps, NameScope scope) {
        for (NameScope at = scope; at != null; at = at.outer()) {
            Found found = inSources(steps, at);
            if (found == null) {
                found = alias(steps, at);
            }
            if (found != null) {
                return found;
            }
        }
        Found enumerator = enumerator(steps);
        if (enumerator == null) {
            throw ECSqlFailure.suggesting(nearest(steps, scope), ECSqlFailure.unknownName(String.join(".", steps)));
        }
        return enumerator;
    }

    /** What was probably meant by the first step, or by the second one when the first names a source. */
    private @Nullable String nearest(List<String> steps, NameScope scope) {
        Nearest first = new Nearest(steps.get(0));
        for (NameScope at = scope; at != null; at = at.outer()) {
            for (Source source : at.sources()) {
                if (steps.size() > 1 && source.alias().equalsIgnoreCase(steps.get(0))) {
                    Nearest second = new Nearest(steps.get(1));
                    all(source).forEach(found -> second.offer(found.output().path()));
                    return second.found() == null ? null : steps.get(0) + '.' + second.found();
                }
                first.offer(source.alias());
                all(source).forEach(found -> first.offer(found.output().path()));
            }
        }
        return first.found();
    }

    private @Nullable Found inSources(List<String> steps, NameScope scope) {
        Found byAlias = null;
        for (Source source : scope.sources()) {
            if (steps.size() > 1 && source.alias().equalsIgnoreCase(steps.get(0))) {
                byAlias = only(byAlias, qualified(inSource(source, steps.subList(1, steps.size())), 1), steps);
            }
        }
        if (byAlias != null) {
            return byAlias;
        }
        // A reference without an alias is meant before one that has an alias.
        Found byClass = byClass(steps, scope, false);
        byClass = byClass == null ? byClass(steps, scope, true) : byClass;
        if (byClass != null) {
            return byClass;
        }
        Found plain = null;
        for (Source source : scope.sources()) {
            plain = only(plain, inSource(source, steps), steps);
        }
        return plain;
    }

    private @Nullable Found byClass(List<String> steps, NameScope scope, boolean aliased) {
        Found byClass = null;
        for (Source source : scope.sources()) {
            ECClass ecClass = classOf(source);
            int qualifier = classQualifier(source, steps);
            if (ecClass != null && qualifier > 0 && aliased != source.alias().equalsIgnoreCase(ecClass.name())) {
                Found found = inSource(source, steps.subList(qualifier, steps.size()));
                byClass = only(byClass, qualified(found, qualifier), steps);
            }
        }
        return byClass;
    }

    private static @Nullable Found only(@Nullable Found first, @Nullable Found second, List<String> steps) {
        if (first != null && second != null) {
            throw ECSqlFailure.of("Expression '" + String.join(".", steps) + "' in ECSQL statement is ambiguous.");
        }
        return first == null ? second : first;
    }

    /** How many leading steps name the class of the source: 0, 1 for {@code Class}, 2 for {@code schema.Class}. */
    private static int classQualifier(Source source, List<String> steps) {
        ECClass ecClass = classOf(source);
        if (ecClass == null) {
            return 0;
        }
        if (steps.size() > 2
                && names(ecClass.schema(), steps.get(0))
                && ecClass.name().equalsIgnoreCase(steps.get(1))) {
            return 2;
        }
        return steps.size() > 1 && ecClass.name().equalsIgnoreCase(steps.get(0)) ? 1 : 0;
    }

    /** The class that a source stands for, null for queries and functions. */
    static @Nullable ECClass classOf(Source source) {
        return switch (source) {
            case Source.OfClass ofClass -> ofClass.ecClass();
            case Source.OfQuery ofQuery -> ofQuery.viewOf();
            case Source.OfBlock block -> null;
            case Source.OfFunction function -> null;
        };
    }

    private static boolean names(ECSchema schema, String nameOrAlias) {
        return schema.name().equalsIgnoreCase(nameOrAlias) || schema.alias().equalsIgnoreCase(nameOrAlias);
    }

    /** What a path below a source means, null when it means nothing there. */
    @Nullable
    Found inSource(Source source, List<String> steps) {
        return switch (source) {
            case Source.OfClass ofClass -> inClass(ofClass, steps);
            case Source.OfQuery query -> inOutputs(query, query.outputs(), steps);
            case Source.OfBlock block -> inOutputs(block, block.outputs(), steps);
            case Source.OfFunction function ->
                inOutputs(function, function.function().outputs(), steps);
        };
    }

    private @Nullable Found inClass(Source.OfClass source, List<String> steps) {
        SystemProperty system = SystemProperty.find(source.ecClass(), steps.get(0));
        if (system != null) {
            return steps.size() > 1 ? null : property(source, system.ecName(), system.output());
        }
        for (ECProperty property : source.ecClass().properties()) {
            if (property.name().equalsIgnoreCase(steps.get(0))) {
                Output output = descend(whole(property), steps, new StringBuilder());
                return output == null ? null : property(source, output.path(), output);
            }
        }
        return null;
    }

    static Found property(Source.OfClass source, String path, Output output) {
        return new Found(new ResolvedExpression.Property(output.type(), source, path, output), output);
    }

    Output whole(ECProperty property) {
        ValueType type = types.of(property);
        // Properties that hold an id of the system count as its own.
        String declaring = "Id".equals(type.extendedType()) ? "" : types.declaringClass(property);
        return new Output(property.name(), property.name(), declaring, false, type);
    }

    /** Follows the steps behind the first one. */
    private static @Nullable Output descend(Output start, List<String> steps, StringBuilder below) {
        Output at = start;
        for (int i = 1; i < steps.size(); i++) {
            Types.Found next = Types.step(at.type(), steps.get(i));
            if (next == null) {
                return null;
            }
            at = at.generated()
                    ? new Output(at.name(), at.path(), "", true, next.type())
                    : new Output(next.name(), at.path() + '.' + next.name(), next.className(), false, next.type());
            below.append(below.length() == 0 ? "" : ".").append(next.name());
        }
        return at;
    }

    private static @Nullable Found inOutputs(Source source, List<Output> outputs, List<String> steps) {
        Found found = null;
        for (int i = 0; i < outputs.size(); i++) {
            Output column = outputs.get(i);
            int used = matches(column, steps);
            StringBuilder below = new StringBuilder();
            Output part = used == 0 ? null : descend(column, steps.subList(used - 1, steps.size()), below);
            if (part != null) {
                if (found != null) {
                    throw ECSqlFailure.of(
                            "Expression '" + String.join(".", steps) + "' in ECSQL statement is ambiguous.");
                }
                found = column(source, i, below.toString(), part);
            }
        }
        return found;
    }

    /** A view's columns are declared by its class, and typed by its query. */
    private static Found column(Source source, int column, String below, Output part) {
        if (!(source instanceof Source.OfQuery query) || query.viewOf() == null) {
            return new Found(new ResolvedExpression.ColumnOf(part.type(), source, column, below, part), part);
        }
        Output inner = query.query().outputs().get(column);
        Output output = below.isEmpty() || !inner.generated()
                ? part
                : new Output(part.path(), part.path(), "", true, part.type());
        ValueType type =
                below.isEmpty() && inner.type().leaves().equals(part.type().leaves()) ? inner.type() : part.type();
        return new Found(new ResolvedExpression.ColumnOf(type, source, column, below, output), output);
    }

    /** How many steps name the column: its name, or the whole path that it had inside. */
    private static int matches(Output column, List<String> steps) {
        if (column.generated()) {
            return column.name().equalsIgnoreCase(steps.get(0)) ? 1 : 0;
        }
        String[] path = column.path().split("\\.");
        if (path.length > steps.size()) {
            return 0;
        }
        for (int i = 0; i < path.length; i++) {
            if (!path[i].equalsIgnoreCase(steps.get(i))) {
                return 0;
            }
        }
        return path.length;
    }

    private static @Nullable Found alias(List<String> steps, NameScope scope) {
        ValueType type = steps.size() == 1 ? scope.aliasType(steps.get(0)) : null;
        return type == null
                ? null
                : new Found(
                        new ResolvedExpression.Alias(type, steps.get(0)),
                        new Output(steps.get(0), steps.get(0), "", true, type));
    }

    private @Nullable Found enumerator(List<String> steps) {
        if (steps.size() != 3) {
            return null;
        }
        ECEnumeration enumeration = schemas.enumerations().tryByName(steps.get(0), steps.get(1));
        if (enumeration == null) {
            return null;
        }
        ECEnumeration.Enumerator enumerator = enumeration.tryEnumerator(steps.get(2));
        if (enumerator == null) {
            return null;
        }
        ValueType type = new ValueType.Primitive(
                enumeration.type(), null, null, enumeration.item().dottedName());
        String sql = enumerator.text() == null
                ? String.valueOf(enumerator.number())
                : ExpressionResolver.quote(enumerator.text());
        String name = "[" + String.join("].[", steps) + "]";
        return new Found(new ResolvedExpression.Literal(type, sql), new Output(name, name, "", true, type));
    }

    /** All columns of a source, as {@code *} gives them. */
    List<Found> all(Source source) {
        List<Found> found = new ArrayList<>();
        switch (source) {
            case Source.OfClass ofClass -> {
                // The ends of a relationship come last.
                List<SystemProperty> system = SystemProperty.of(ofClass.ecClass());
                system(found, ofClass, system.subList(0, 2));
                for (ECProperty property : ofClass.ecClass().properties()) {
                    found.add(property(ofClass, property.name(), whole(property).withFromStar(true)));
                }
                system(found, ofClass, system.subList(2, system.size()));
            }
            case Source.OfQuery query -> columns(found, query, query.outputs());
            case Source.OfBlock block -> columns(found, block, block.outputs());
            case Source.OfFunction function ->
                columns(found, function, function.function().outputs());
        }
        return found;
    }

    private static void system(List<Found> into, Source.OfClass source, List<SystemProperty> properties) {
        for (SystemProperty property : properties) {
            into.add(property(source, property.ecName(), property.output()));
        }
    }

    private static void columns(List<Found> into, Source source, List<Output> outputs) {
        for (int i = 0; i < outputs.size(); i++) {
            boolean ofView = source instanceof Source.OfQuery query && query.viewOf() != null;
            Output output = outputs.get(i).withFromStar(ofView || outputs.get(i).fromStar());
            into.add(new Found(new ResolvedExpression.ColumnOf(output.type(), source, i, "", output), output));
        }
    }
}
