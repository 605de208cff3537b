package org.imodel4j.ecsql.resolve;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.parse.Query;
import org.jspecify.annotations.Nullable;

/**
 * Functions on classes that are named by constants: they are worked out once, so that SQLite sees plain numbers and can use its
 * indexes.
 */
final class ClassFunctions {
    private final ECSchemas schemas;

    ClassFunctions(ECSchemas schemas) {
        this.schemas = schemas;
    }

    /** What stands for the call, or null when it must be asked for each row. */
    @Nullable
    ResolvedExpression fold(String function, List<ResolvedExpression> arguments) {
        return switch (function) {
            case "ec_classid" -> classId(arguments);
            case "ec_instanceof" -> instanceOf(arguments);
            default -> null;
        };
    }

    private @Nullable ResolvedExpression classId(List<ResolvedExpression> arguments) {
        List<String> names = texts(arguments);
        if (names == null || names.isEmpty() || names.size() > 2) {
            return null;
        }
        ECClass found =
                names.size() == 1 ? schemas.tryClass(names.get(0)) : schemas.tryClass(names.get(0), names.get(1));
        return new ResolvedExpression.Literal(ValueType.LONG, found == null ? "NULL" : Long.toString(found.id()));
    }

    private @Nullable ResolvedExpression instanceOf(List<ResolvedExpression> arguments) {
        List<String> names = arguments.size() < 2 ? null : texts(arguments.subList(1, arguments.size()));
        if (names == null) {
            return null;
        }
        List<ResolvedExpression.OneClass> classes = new ArrayList<>();
        for (String name : names) {
            ECClass found = schemas.tryClass(name);
            if (found == null) {
                return new ResolvedExpression.Literal(ValueType.LONG, "NULL");
            }
            classes.add(new ResolvedExpression.OneClass(found, true));
        }
        ResolvedExpression test = new ResolvedExpression.IsClass(arguments.get(0), false, classes);
        return new ResolvedExpression.Call(
                ValueType.LONG,
                "ifnull",
                Query.Quantifier.NONE,
                List.of(test, new ResolvedExpression.Literal(ValueType.LONG, "0")),
                false);
    }

    /** The texts of arguments that are all string constants, else null. */
    private static @Nullable List<String> texts(List<ResolvedExpression> arguments) {
        List<String> texts = new ArrayList<>();
        for (ResolvedExpression argument : arguments) {
            if (!(argument instanceof ResolvedExpression.Literal literal)
                    || !(literal.type() instanceof ValueType.Primitive primitive)
                    || primitive.primitive() != PrimitiveType.STRING) {
                return null;
            }
            String sql = literal.sql();
            texts.add(sql.substring(1, sql.length() - 1).replace("''", "'"));
        }
        return texts;
    }
}
