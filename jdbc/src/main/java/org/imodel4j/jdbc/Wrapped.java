package org.imodel4j.jdbc;

import java.sql.SQLException;

/** {@link java.sql.Wrapper} for objects that wrap nothing but themselves. */
final class Wrapped {
    private Wrapped() {}

    static <T> T unwrap(Object object, Class<T> type) throws SQLException {
        if (!type.isInstance(object)) {
            throw SqlState.INVALID_ARGUMENT.exception("There is no " + type.getName() + " inside");
        }
        return type.cast(object);
    }
}
