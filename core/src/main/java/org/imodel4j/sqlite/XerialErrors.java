package org.imodel4j.sqlite;

import java.sql.SQLException;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns the failures of the library into ours: same (extended) result code, SQLite's own sentence as the text. */
final class XerialErrors {
    private XerialErrors() {}

    static IModelException translate(SQLException failure, String otherwise) {
        int code = failure.getErrorCode();
        String text = failure.getMessage() == null ? otherwise : failure.getMessage();
        if (failure instanceof SQLiteException sqlite) {
            SQLiteErrorCode result = sqlite.getResultCode();
            if (result != SQLiteErrorCode.UNKNOWN_ERROR) {
                code = result.code;
            }
            // The library writes "<code> (<SQLite's sentence>)".
            String prefix = result + " (";
            if (text.startsWith(prefix) && text.endsWith(")")) {
                text = text.substring(prefix.length(), text.length() - 1);
            }
        }
        int number = code == 0 ? Status.BE_SQLITE_ERROR.number() : code;
        return new IModelException(number, Status.kindOfResultCode(number), text, failure);
    }

    static IModelException misuse(String text) {
        return new IModelException(Status.BE_SQLITE_MISUSE, text);
    }
}
