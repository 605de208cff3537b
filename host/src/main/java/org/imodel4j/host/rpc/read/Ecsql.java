package org.imodel4j.host.rpc.read;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;

/** Short forms for questions of our own. */
final class Ecsql {
    private Ecsql() {}

    /** The ids in the first column, in the order of the rows; at most one more than asked for. */
    static List<Long> ids(ReadConnection connection, String ecsql, QueryArguments arguments, int most) {
        List<Long> ids = new ArrayList<>();
        try (ECSqlCursor cursor = connection.query(connection.compile(ecsql, Door.STATEMENT), arguments)) {
            while (ids.size() <= most && cursor.step()) {
                ids.add(cursor.getLong(0));
            }
        }
        return ids;
    }
}
