package org.imodel4j.jdbc;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * The SQLSTATEs that the driver gives, and the exceptions that carry them. The vendor code of a failure that comes out of the file or
 * the engine is the number of its {@link IModelException}, which is also its cause.
 */
enum SqlState {
    /** The statement has parameters without a value. */
    PARAMETER_NOT_SET("07001"),
    /** A value can not be had as, or can not be made of, that type. */
    WRONG_TYPE("07006"),
    /** There is no column or parameter of that number. */
    NO_SUCH_INDEX("07009"),
    CAN_NOT_CONNECT("08001"),
    CONNECTION_CLOSED("08003"),
    NOT_SUPPORTED("0A000"),
    NUMBER_OUT_OF_RANGE("22003"),
    MOMENT_OUT_OF_RANGE("22008"),
    NOT_CONVERTIBLE("22018"),
    /** The result set is not on a row. */
    NO_ROW("24000"),
    /** Commit or rollback while each statement stands alone. */
    NO_TRANSACTION("25000"),
    READ_ONLY("25006"),
    SYNTAX("42000"),
    CLASS_NOT_FOUND("42S02"),
    PROPERTY_NOT_FOUND("42S22"),
    CANCELLED("57014"),
    GENERAL("HY000"),
    /** Something was asked of a closed object. */
    CLOSED("HY010"),
    INVALID_ARGUMENT("HY024"),
    TIMEOUT("HYT00");

    private final String code;

    SqlState(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    SQLException exception(String text) {
        return switch (this) {
            case NOT_SUPPORTED -> new SQLFeatureNotSupportedException(text, code);
            case CAN_NOT_CONNECT, CONNECTION_CLOSED -> new SQLNonTransientConnectionException(text, code);
            case SYNTAX, CLASS_NOT_FOUND, PROPERTY_NOT_FOUND -> new SQLSyntaxErrorException(text, code);
            case TIMEOUT -> new SQLTimeoutException(text, code);
            default -> new SQLException(text, code);
        };
    }

    static SQLException notSupported(String what) {
        return NOT_SUPPORTED.exception(what + " is not supported: the driver reads, forward and once");
    }

    private SQLException exception(IModelException cause) {
        String text = cause.getMessage();
        int number = cause.errorNumber();
        return switch (this) {
            case SYNTAX, CLASS_NOT_FOUND, PROPERTY_NOT_FOUND -> new SQLSyntaxErrorException(text, code, number, cause);
            case CAN_NOT_CONNECT -> new SQLNonTransientConnectionException(text, code, number, cause);
            default -> new SQLException(text, code, number, cause);
        };
    }

    /** For a file that can not be opened. */
    static SQLException ofOpening(IModelException failure) {
        return CAN_NOT_CONNECT.exception(failure);
    }

    /** For a statement that can not be compiled or run. The engine's sentences are fixed, so they tell the kinds apart. */
    static SQLException of(IModelException failure) {
        int result = failure.errorNumber() & 0xff;
        boolean ofSqlite = failure.errorNumber() < Status.ALREADY_LOADED.number();
        if (ofSqlite && (result == Status.BE_SQLITE_BUSY.number() || result == Status.BE_SQLITE_LOCKED.number())) {
            return new SQLTransientException(failure.getMessage(), GENERAL.code, failure.errorNumber(), failure);
        }
        if (failure.errorNumber() == Status.NOT_OPEN.number()) {
            return CONNECTION_CLOSED.exception(failure);
        }
        if (failure.errorNumber() != Status.BE_SQLITE_ERROR.number()) {
            return GENERAL.exception(failure);
        }
        return ofStatement(failure.text()).exception(failure);
    }

    private static SqlState ofStatement(String text) {
        if (text.startsWith("No property or enumeration found")) {
            return PROPERTY_NOT_FOUND;
        }
        if (text.startsWith("Cannot modify")) {
            return READ_ONLY;
        }
        if (text.startsWith("Error binding")) {
            return WRONG_TYPE;
        }
        boolean unknown = text.startsWith("ECClass '") && text.contains("does not exist");
        return unknown || text.startsWith("Invalid ECSQL class expression") ? CLASS_NOT_FOUND : SYNTAX;
    }
}
