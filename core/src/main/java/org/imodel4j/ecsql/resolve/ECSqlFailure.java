package org.imodel4j.ecsql.resolve;

import org.imodel4j.ecsql.parse.Node;
import org.imodel4j.ecsql.parse.Position;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of statements that are well formed and yet mean nothing. */
public final class ECSqlFailure {
    /** BE_SQLITE_ERROR, the number of every failure to prepare or run ECSQL. */
    public static final int NUMBER = 1;

    private static final String AT = "at";

    private ECSqlFailure() {}

    public static IModelException of(String text) {
        return new IModelException(NUMBER, ErrorKind.USER, text, null);
    }

    /** Says where the failure is, unless something inside has said it already: the offset, until somebody knows the text. */
    static IModelException at(Node node, IModelException failure) {
        return failure.context().containsKey(AT) ? failure : failure.with(AT, node.offset());
    }

    /** Makes a line and a column of the offset that {@link #at} has left. */
    public static IModelException located(String ecsql, IModelException failure) {
        return failure.context().get(AT) instanceof Integer offset
                ? failure.with(AT, Position.of(ecsql, offset))
                : failure;
    }

    /** Adds the name that was probably meant. */
    static IModelException suggesting(@Nullable String name, IModelException failure) {
        return name == null ? failure : failure.with("did you mean", name);
    }

    static IModelException unknownName(String expression) {
        return of("No property or enumeration found for expression '" + expression + "'.");
    }
}
