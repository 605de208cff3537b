package org.imodel4j.ecsql.functions;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.sqlite.SqlFunction;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Classes by id and by name, for statements whose classes are only known row by row. */
final class ClassNameFunctions {
    private static final List<String> FORMATS = List.of("s:c", "a:c", "s", "a", "c", "s.c", "a.c");

    private final ECSchemas schemas;

    private ClassNameFunctions(ECSchemas schemas) {
        this.schemas = schemas;
    }

    static List<SqlFunction> all(ECSchemas schemas) {
        ClassNameFunctions functions = new ClassNameFunctions(schemas);
        return List.of(
                new SqlFunction.Scalar("ec_classname", -1, true, functions::className),
                new SqlFunction.Scalar("ec_classid", -1, true, functions::classId),
                new SqlFunction.Scalar("ec_instanceof", 2, true, functions::instanceOf));
    }

    private void className(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        if (arguments.count() < 1 || arguments.count() > 2) {
            return;
        }
        ECClass found = schemas.tryClassById(arguments.longAt(0));
        if (found != null) {
            result.set(name(found, arguments));
        }
    }

    /** The format is a whole number or a text; anything else is {@code s:c}. */
    private static @Nullable String name(ECClass ecClass, SqlFunction.Arguments arguments) {
        String schema = ecClass.schema().name();
        String alias = ecClass.schema().alias();
        String name = ecClass.name();
        int type = arguments.count() < 2 ? SqliteStatement.NULL : arguments.type(1);
        String text = type == SqliteStatement.TEXT ? arguments.textAt(1) : null;
        int format = type == SqliteStatement.INTEGER
                ? (int) Math.max(-1, Math.min(FORMATS.size(), arguments.longAt(1)))
                : text == null ? 0 : FORMATS.indexOf(text);
        return switch (format) {
            case 0 -> schema + ':' + name;
            case 1 -> alias + ':' + name;
            case 2 -> schema;
            case 3 -> alias;
            case 4 -> name;
            case 5 -> schema + '.' + name;
            case 6 -> alias + '.' + name;
            default -> null;
        };
    }

    private void classId(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        String first = arguments.count() > 0 ? arguments.textAt(0) : null;
        String second = arguments.count() == 2 ? arguments.textAt(1) : null;
        ECClass found = null;
        if (first != null && arguments.count() == 1) {
            found = schemas.tryClass(first);
        } else if (first != null && second != null) {
            found = schemas.tryClass(first, second);
        }
        if (found != null) {
            result.set(found.id());
        }
    }

    /** 1 when the class is one of those named or comes from one, else 0; NULL when a name says nothing. */
    private void instanceOf(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        String names = arguments.textAt(1);
        if (names == null) {
            return;
        }
        long classId = arguments.longAt(0);
        boolean found = false;
        for (String name : names.split(",", -1)) {
            ECClass base = schemas.tryClass(name.trim());
            if (base == null) {
                return;
            }
            found |= classId != 0 && schemas.isSubclass(classId, base.id());
        }
        result.set(found ? 1L : 0L);
    }
}
