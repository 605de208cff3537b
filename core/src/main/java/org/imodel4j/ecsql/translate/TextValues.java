package org.imodel4j.ecsql.translate;

import java.util.Locale;
import java.util.Set;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.functions.RealText;
import org.imodel4j.ecsql.resolve.ResolvedExpression;
import org.imodel4j.ecsql.resolve.ResolvedQuery;
import org.imodel4j.ecsql.resolve.Source;
import org.imodel4j.ecsql.resolve.ValueType;

/** Knows where numbers become text, and makes that text the one of {@link RealText}. */
final class TextValues {
    private static final Set<String> TEXT_FUNCTIONS = Set.of(
            "upper",
            "lower",
            "length",
            "hex",
            "trim",
            "ltrim",
            "rtrim",
            "replace",
            "substr",
            "substring",
            "instr",
            "concat",
            "concat_ws",
            "group_concat",
            "string_agg",
            "unicode",
            "octet_length");

    private static final Set<String> JSON_FUNCTIONS = Set.of(
            "json_array",
            "json_object",
            "json_group_array",
            "json_group_object",
            "json_quote",
            "json_insert",
            "json_replace",
            "json_set");

    private static final Set<String> SELECTING_FUNCTIONS = Set.of(
            "coalesce", "ifnull", "nullif", "min", "max", "lag", "lead", "first_value", "last_value", "nth_value");

    private TextValues() {}

    static boolean isJsonFunction(String name) {
        return JSON_FUNCTIONS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The result is one of the arguments. */
    static boolean passesArgumentsOn(String name) {
        return SELECTING_FUNCTIONS.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isTextFunction(String name) {
        return TEXT_FUNCTIONS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Read as characters or bytes. */
    static boolean isText(ValueType type) {
        return type instanceof ValueType.Primitive primitive
                && (primitive.primitive() == PrimitiveType.STRING || primitive.primitive() == PrimitiveType.BINARY);
    }

    /** The value as it is, or as text if it can be a real number and is one. */
    static String of(String sql, ValueType type) {
        return isReal(type) ? asText(sql) : sql;
    }

    static String asText(String sql) {
        return RealText.FUNCTION + '(' + sql + ')';
    }

    /** The value for a function that makes JSON. */
    static String json(String sql, ValueType type) {
        return isReal(type) ? "json(" + RealText.JSON + '(' + sql + "))" : sql;
    }

    /** Whether a value that is read as text can be a real number all the same. */
    static boolean mayBeReal(ResolvedExpression value) {
        return switch (value) {
            case ResolvedExpression.Parenthesized parenthesized -> mayBeReal(parenthesized.content());
            case ResolvedExpression.Iif iif -> mayBeReal(iif.then()) || mayBeReal(iif.otherwise());
            case ResolvedExpression.Case choice ->
                choice.branches().stream().anyMatch(when -> mayBeReal(when.then()))
                        || (choice.otherwise() != null && mayBeReal(choice.otherwise()));
            case ResolvedExpression.Call call ->
                isReal(call.type())
                        || (passesArgumentsOn(call.sqlName())
                                && call.arguments().stream().anyMatch(TextValues::mayBeReal));
            case ResolvedExpression.WindowCall call -> mayBeReal(call.function());
            case ResolvedExpression.ColumnOf column -> isReal(column.type()) || columnMayBeReal(column);
            case ResolvedExpression other -> isReal(other.type());
        };
    }

    private static boolean columnMayBeReal(ResolvedExpression.ColumnOf column) {
        return switch (column.source()) {
            case Source.OfFunction function -> true;
            case Source.OfQuery query -> column.path().isEmpty() && itemMayBeReal(query.query(), column.column());
            default -> false;
        };
    }

    private static boolean itemMayBeReal(ResolvedQuery query, int item) {
        return switch (query) {
            case ResolvedQuery.Select select -> mayBeReal(select.items().get(item));
            case ResolvedQuery.Values values -> values.rows().stream().anyMatch(row -> mayBeReal(row.get(item)));
            case ResolvedQuery.Compound compound ->
                itemMayBeReal(compound.first(), item)
                        || compound.arms().stream().anyMatch(arm -> itemMayBeReal(arm.query(), item));
            case ResolvedQuery.With with -> itemMayBeReal(with.body(), item);
        };
    }

    private static boolean isReal(ValueType type) {
        return type instanceof ValueType.Primitive primitive
                && (primitive.primitive() == PrimitiveType.DOUBLE || primitive.primitive() == PrimitiveType.DATE_TIME);
    }
}
