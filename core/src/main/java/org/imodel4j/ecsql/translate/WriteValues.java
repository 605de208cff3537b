package org.imodel4j.ecsql.translate;

import java.util.List;
import java.util.function.Supplier;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.ecsql.resolve.ResolvedExpression;
import org.imodel4j.ecsql.resolve.ValueType;
import org.jspecify.annotations.Nullable;

/** Writes the values of one SQL statement that changes a table. */
final class WriteValues {
    private static final SelectNames NO_NAMES = new SelectNames(List.of(), List.of(), false);

    private final Context context;
    private final QueryTranslator queries;

    WriteValues(Context context) {
        this.context = context;
        this.queries = QueryTranslator.ofParts(context);
    }

    /** Writes twice if there are subqueries: what the first time showed about them makes them shorter in the second. */
    <T> T write(Supplier<T> text) {
        T first = text.get();
        if (!queries.hasInlinableClasses()) {
            return first;
        }
        queries.inlineClasses();
        return text.get();
    }

    String scalar(ResolvedExpression value) {
        return queries.expressions().scalar(value, NO_NAMES);
    }

    /**
     * One leaf of a value.
     *
     * @param leaf counted from 0 among {@code leaves}
     */
    String leaf(ResolvedExpression value, int leaf, String leafName, int leaves) {
        if (isNull(value)) {
            return "NULL";
        }
        ResolvedExpression.Parameter parameter = tryParameter(value);
        if (parameter != null) {
            return context.parameter(parameter, leafName, false);
        }
        List<String> all = queries.expressions().leaves(value, NO_NAMES);
        if (all.size() != leaves) {
            throw ECSqlFailure.of(
                    "The value of a point, struct or navigation property can be a parameter or such a property.");
        }
        return all.get(leaf);
    }

    static boolean isNull(ResolvedExpression value) {
        return value.type() instanceof ValueType.Null;
    }

    /** A value that is nothing but a parameter, with or without parentheses; else null. */
    static ResolvedExpression.@Nullable Parameter tryParameter(ResolvedExpression value) {
        return switch (value) {
            case ResolvedExpression.Parameter parameter -> parameter;
            case ResolvedExpression.Parenthesized parenthesized -> tryParameter(parenthesized.content());
            default -> null;
        };
    }
}
