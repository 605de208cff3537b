package org.imodel4j.ecsql.resolve;

import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;

/** Makes the exceptions of statements that are well formed and yet mean nothing. */
public final class ECSqlFailure {
    /** BE_SQLITE_ERROR, the number of every failure to prepare or run ECSQL. */
    public static final int NUMBER = 1;

    private ECSqlFailure() {}

    public static IModelException of(String text) {
        return new IModelException(NUMBER, ErrorKind.USER, text, null);
    }

    static IModelException unknownName(String expression) {
        return of("No property or enumeration found for expression '" + expression + "'.");
    }
}
