package org.imodel4j.ecsql.functions;

import java.util.List;
import java.util.Locale;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.sqlite.SqlFunction;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Ids and GUIDs between their stored and their readable form. What is of another kind gives NULL. */
final class IdFunctions {
    private IdFunctions() {}

    static List<SqlFunction> all() {
        return List.of(
                new SqlFunction.Scalar("IdToHex", 1, true, IdFunctions::idToHex),
                new SqlFunction.Scalar("HexToId", 1, true, IdFunctions::hexToId),
                new SqlFunction.Scalar("base36", 1, true, IdFunctions::base36),
                new SqlFunction.Scalar("StrToGuid", 1, true, IdFunctions::strToGuid),
                new SqlFunction.Scalar("GuidToStr", 1, true, IdFunctions::guidToStr));
    }

    private static void idToHex(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        if (arguments.type(0) == SqliteStatement.INTEGER) {
            result.set(Id64.toHex(arguments.longAt(0)));
        }
    }

    /** The short form of ids in labels, such as {@code Wall [2-A7]}; a negative number counts as one of 64 bits without a sign. */
    private static void base36(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        if (arguments.type(0) == SqliteStatement.INTEGER) {
            result.set(Long.toUnsignedString(arguments.longAt(0), 36).toUpperCase(Locale.ROOT));
        }
    }

    private static void hexToId(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        String text = arguments.type(0) == SqliteStatement.TEXT ? text(arguments) : null;
        if (text != null) {
            result.set(hex(text));
        }
    }

    /** With or without the prefix; what is no number is 0, and what is too large the largest. */
    private static long hex(String text) {
        String digits = text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), 16) : -1;
            if (digit < 0) {
                return 0;
            }
            if (value >>> 60 != 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static void strToGuid(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        String text = text(arguments);
        Guid guid = text == null ? null : Guid.tryParse(text);
        if (guid != null) {
            result.set(guid.toBytes());
        }
    }

    private static void guidToStr(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        byte[] bytes = arguments.type(0) == SqliteStatement.BLOB ? arguments.blobAt(0) : null;
        if (bytes != null && bytes.length == 16) {
            result.set(Guid.ofBytes(bytes).toString());
        }
    }

    private static @Nullable String text(SqlFunction.Arguments arguments) {
        return arguments.type(0) == SqliteStatement.TEXT ? arguments.textAt(0) : null;
    }
}
